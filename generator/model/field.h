// Field: one named, typed value in a page's front matter.
//
// A content type is a table of Fields. The same table reads the value and words the messages, answers "did you mean", fills `new`, and
// documents the type. A Field<T> is a handle: `page.fields.get(strategy_from)` gives the T or a default-made T.
//
// T is one of: std::string (words) · Words (list) · Date · RoughDate · Year · Choice · Choices · Id · Ids · Ages.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "diagnose/place.h"

namespace offer {

using Words = std::vector<std::string>;
struct Year { int year = 0; };
struct Choice { std::string word; };        // one of FieldInfo::choices
struct Choices { std::vector<std::string> words; };
struct Id { std::string id; };              // the id of something of FieldInfo::refers_to
struct Ids { std::vector<std::string> ids; };

struct Ages { int from = 0; int to = 0; };  // "5 to 16"; to is 120 where there is no upper end
std::string in_words(const Ages& ages);     // "5 to 16", "16 and over", "All ages"

using Value = std::variant<std::string, Words, Date, RoughDate, Year, Choice, Choices, Id, Ids, Ages>;

// What an Id leads to.
enum class RefersTo { nothing, page, role, topic, need, law, deadline };

enum class Need { required, optional };

struct FieldInfo {
  std::string_view name;      // as written in front matter
  Need need;
  std::string_view says;      // what it is for: one sentence for editors
  std::string_view example;   // a value as an editor would write it
  std::vector<std::string_view> choices = {};
  RefersTo refers_to = RefersTo::nothing;
  std::string_view of_type = {};  // of a page that is referred to: the only type that it may have; empty: any
  size_t value_kind = 0;      // index in Value; set by Field
};

template <class T>
struct Field : FieldInfo {
  Field(std::string_view name_, Need need_, std::string_view says_, std::string_view example_,
        std::vector<std::string_view> choices_ = {}, RefersTo refers_to_ = RefersTo::nothing, std::string_view of_type_ = {})
      : FieldInfo{name_, need_, says_, example_, std::move(choices_), refers_to_, of_type_, Value(T{}).index()} {}
};

// The values that a page really has. Copies share them until one of them is changed.
class Fields {
 public:
  struct Entry {
    const FieldInfo* field;
    Value value;
    Place place;               // of the value
    std::vector<Place> items;  // of each item of a list
    Place place_of_item(size_t i) const { return i < items.size() ? items[i] : place; }
  };

  void reserve(size_t count) { own().reserve(count); }
  void set(const FieldInfo& field, Value value, Place place, std::vector<Place> items = {}) {
    own().push_back({&field, std::move(value), place, std::move(items)});
  }
  const Entry* find(const FieldInfo& field) const {
    for (const Entry& entry : all())
      if (entry.field == &field) return &entry;
    return nullptr;
  }
  bool has(const FieldInfo& field) const { return find(field) != nullptr; }
  Place place_of(const FieldInfo& field) const {
    const Entry* entry = find(field);
    return entry ? entry->place : Place{1, 0, 0};
  }
  template <class T>
  const T& get(const Field<T>& field) const {
    static const T none{};
    const Entry* entry = find(field);
    return entry ? std::get<T>(entry->value) : none;
  }
  const std::vector<Entry>& all() const {
    static const std::vector<Entry> none;
    return entries_ == nullptr ? none : *entries_;
  }

 private:
  std::vector<Entry>& own() {
    if (entries_ == nullptr) entries_ = std::make_shared<std::vector<Entry>>();
    else if (entries_.use_count() > 1) entries_ = std::make_shared<std::vector<Entry>>(*entries_);
    return *entries_;
  }

  std::shared_ptr<std::vector<Entry>> entries_;
};

}  // namespace offer
