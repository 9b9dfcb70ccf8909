// Tags: the elements that the HTML standard and SVG know, as numbers, so that comparing them costs nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace offer::html {

// In the order of the alphabet.
#define OFFER_HTML_TAGS(X) \
  X(a) X(abbr) X(address) X(applet) X(area) X(article) X(aside) X(audio) X(b) X(base) X(basefont) X(bdi) X(bdo) X(bgsound) X(big) X(blink) \
  X(blockquote) X(body) X(br) X(button) X(canvas) X(caption) X(center) X(circle) X(cite) X(clippath) X(code) X(col) X(colgroup) X(command) \
  X(data) X(datalist) X(dd) X(defs) X(del) X(desc) X(details) X(dfn) X(dialog) X(dir) X(div) X(dl) X(dt) X(ellipse) X(em) X(embed) X(fieldset) \
  X(figcaption) X(figure) X(font) X(footer) X(foreignobject) X(form) X(frame) X(frameset) X(g) X(h1) X(h2) X(h3) X(h4) X(h5) X(h6) X(head) \
  X(header) X(hgroup) X(hr) X(html) X(i) X(iframe) X(image) X(img) X(input) X(ins) X(kbd) X(keygen) X(label) X(legend) X(li) X(line) X(link) \
  X(listing) X(main) X(map) X(mark) X(marquee) X(mask) X(math) X(menu) X(menuitem) X(meta) X(metadata) X(meter) X(nav) X(nobr) X(noembed) \
  X(noframes) X(noscript) X(object) X(ol) X(optgroup) X(option) X(output) X(p) X(param) X(path) X(picture) X(plaintext) X(polygon) X(polyline) \
  X(portal) X(pre) X(progress) X(q) X(rect) X(rp) X(rt) X(ruby) X(s) X(samp) X(script) X(search) X(section) X(select) X(slot) X(small) X(source) \
  X(spacer) X(span) X(strike) X(strong) X(style) X(sub) X(summary) X(sup) X(svg) X(symbol) X(table) X(tbody) X(td) X(template) X(text) \
  X(textarea) X(textpath) X(tfoot) X(th) X(thead) X(time) X(title) X(tr) X(track) X(tspan) X(tt) X(u) X(ul) X(use) X(var) X(video) X(wbr) X(xmp)

enum class Tag : uint8_t {
  unknown,  // any other element; also text (Node::is_text) and the document itself
#define OFFER_HTML_TAG(name) name##_,
  OFFER_HTML_TAGS(OFFER_HTML_TAG)
#undef OFFER_HTML_TAG
};

Tag tag_of(std::string_view name);  // name: in small letters
std::string_view name_of(Tag tag);  // "" for Tag::unknown

}  // namespace offer::html
