#include "serve/preview.h"

#include "base/text.h"

namespace offer {

struct Preview::State {
  Desk& desk;
  PreviewSettings settings;
};

Preview::Preview(Desk& desk, PreviewSettings settings) : state_(new State{desk, std::move(settings)}) {}

Preview::~Preview() = default;

Answer Preview::answer(const Question& question) {
  const State& s = *state_;
  Answer answer;
  if (question.address.starts_with(s.settings.base)) {
    std::string path = question.address.substr(s.settings.base.size());
    if (path.empty() || path.ends_with('/')) path += "index.html";
    if (const auto found = s.desk.file(path)) {
      answer.type = path.ends_with(".html") ? "text/html; charset=utf-8" : "application/octet-stream";
      answer.bytes = found->file->bytes;
      answer.keep = found->file;
      return answer;
    }
  }
  answer.status = 404;
  answer.type = "text/plain; charset=utf-8";
  answer.bytes = "There is nothing at this address.\n";
  return answer;
}

}  // namespace offer
