#include "serve/preview.h"

#include "serve/site_answer.h"

namespace offer {

struct Preview::State {
  Desk& desk;
  PreviewSettings settings;
};

Preview::Preview(Desk& desk, PreviewSettings settings) : state_(new State{desk, std::move(settings)}) {}

Preview::~Preview() = default;

Answer Preview::answer(const Question& question) { return site_answer(state_->desk, state_->settings.base, question); }

}  // namespace offer
