// Attributes with a small language of their own: refresh, viewport, autocomplete, lang, aria- values.
#include <doctest/doctest.h>

#include "html/attributes.h"
#include "html/autocomplete.h"
#include "html/languages.h"
#include "html/meta.h"
#include "html/roles.h"

namespace offer::html {

TEST_CASE("a refresh is read as browsers read it") {
  CHECK(refresh_delay("5") == 5U);
  CHECK(refresh_delay(" 5.9 ; url=x") == 5U);
  CHECK(refresh_delay("5,x") == 5U);
  CHECK(refresh_delay("5 x") == 5U);
  CHECK(refresh_delay(".5") == 0U);
  CHECK(refresh_delay("99999999999999999999") == 0xFFFFFFFF);
  for (const std::string_view wrong : {"", " ", "+5", "-5", "5x", "5: x", ";5", "x; url=y"}) CHECK_FALSE(refresh_delay(wrong));
}

TEST_CASE("a viewport leaves readers free to zoom, or not") {
  const auto locked = [](std::string_view content) {
    const ZoomRule rule = zoom_rule(content);
    return rule.speaks_of_zoom && !rule.allows_zoom;
  };
  for (const std::string_view bad : {"user-scalable=no", "USER-SCALABLE = NO", "width=device-width,maximum-scale=1", "maximum-scale=1.99", "user-scalable=0", "maximum-scale=word",
                                     "maximum-scale=0", "initial-scale=1;user-scalable=-0.5"})
    CHECK_MESSAGE(locked(bad), bad);
  for (const std::string_view good : {"", "width=device-width, initial-scale=1", "user-scalable=yes", "user-scalable=1", "user-scalable=-1", "maximum-scale=2", "maximum-scale=10.0",
                                      "maximum-scale=-3", "maximum-scale=device-height", "minimum-scale=1"})
    CHECK_MESSAGE(!locked(good), good);
  CHECK_FALSE(zoom_rule("width=1").speaks_of_zoom);
}

TEST_CASE("autocomplete knows its words and their order") {
  for (const std::string_view good : {"name", "EMAIL", "section-a shipping street-address", "billing home tel", "work email", "section-x fax tel-extension", "off", "on",
                                      "one-time-code", "new-password webauthn", " bday-day\n"})
    CHECK_MESSAGE(is_autocomplete(good), good);
  for (const std::string_view bad : {"e-mail", "home name", "email work", "shipping", "home", "name email", "section-a", "section- name", "work,email", "webauthn", "tel webauthn x",
                                     "billing shipping name", "off on", "fullname"})
    CHECK_MESSAGE(!is_autocomplete(bad), bad);
}

TEST_CASE("languages are those of the registry, by their short names") {
  for (const std::string_view good : {"en", "EN", "en-GB", "cy", "zh-Hans", "ur", "pl", "ckb", "rom", "bfi", "qaa", "sr-Latn-RS", "en-nonsense", "haw", "yue"}) CHECK_MESSAGE(is_known_language(good), good);
  for (const std::string_view bad : {"", "eng", "english", "cym", "e", "xx", "e1", "en_GB", "i-klingon", "x-pirate", "-en", "zzz", "en GB"}) CHECK_MESSAGE(!is_known_language(bad), bad);
}

TEST_CASE("aria attributes have the values that the standard gives them") {
  const auto good = [](std::string_view name, std::string_view value) { return is_aria_value(aria_data(*aria_of(attr_of(name))), value); };
  CHECK(good("aria-busy", "true"));
  CHECK_FALSE(good("aria-busy", "undefined"));
  CHECK(good("aria-expanded", "undefined"));
  CHECK(good("aria-checked", "mixed"));
  CHECK_FALSE(good("aria-checked", "half"));
  CHECK(good("aria-level", "2"));
  CHECK_FALSE(good("aria-level", "two"));
  CHECK_FALSE(good("aria-level", "2.0"));
  CHECK(good("aria-valuenow", "-2.5"));
  CHECK(good("aria-valuenow", "1e3"));
  CHECK_FALSE(good("aria-valuenow", "1.2.3"));
  CHECK_FALSE(good("aria-valuenow", "-"));
  CHECK(good("aria-relevant", "text additions"));
  CHECK_FALSE(good("aria-relevant", "text everything"));
  CHECK_FALSE(good("aria-activedescendant", "a b"));
  CHECK(good("aria-controls", "a b"));
  CHECK(good("aria-label", "anything"));
  CHECK_FALSE(aria_of(attr_of("aria-labeledby")));
  CHECK_FALSE(aria_of(attr_of("alt")));
}

TEST_CASE("roles know what they own, need and take") {
  CHECK(is_among(RoleId::row_, role_data(RoleId::grid_).children_set));
  CHECK_FALSE(is_among(RoleId::menu_, role_data(RoleId::menubar_).children_set));
  CHECK(role_data(RoleId::slider_).required.has(Aria::valuenow_));
  CHECK(role_data(RoleId::columnheader_).supported.has(Aria::sort_));
  CHECK_FALSE(role_data(RoleId::button_).supported.has(Aria::sort_));
  CHECK(find_role("doc-noteref") == RoleId::doc_noteref_);
  CHECK(find_role("graphics-symbol") == RoleId::graphics_symbol_);
  CHECK(find_role("landmark") == RoleId::no_role);
  CHECK(find_role("Button") == RoleId::button_);
}

}  // namespace offer::html
