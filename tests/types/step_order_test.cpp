#include <doctest/doctest.h>

#include "kit.h"

namespace offer::step_order_test {

namespace {

std::string pathway(std::string_view steps) {
  return "-- pathways/help.md --\n---\ntitle: How to get help\nfor: Everybody\nstarts_when: You ask\nages: 0 to 25\n---\n## Steps\n\n" + std::string(steps);
}

}  // namespace

TEST_CASE("a label 'go to' becomes a link to that step") {
  const auto built = kit::build(pathway("### 1. Ask\n\n**If the answer is no, go to:** step 3\n\n### 2. Start\n\n**Go to:** the end\n\n### 3. Ask again\n\nRing us.\n"));
  CHECK(built.problems() == "");
  CHECK(built.page("/pathways/help/").find("<strong>If the answer is no, go to </strong><a href=\"#3-ask-again\">step 3</a>") != std::string::npos);
  CHECK(built.page("/pathways/help/").find("<strong>Go to </strong>the end") != std::string::npos);
}

TEST_CASE("a label 'go to' that leads to no step is found at its line") {
  const auto built = kit::build(pathway("### 1. Ask\n\n**If the answer is no, go to:** step 4\n\n### 2. Start\n\nWe begin.\n"));
  CHECK(built.problems() == "pathways/help.md:17:1 endless-steps: 'If the answer is no, go to: step 4' leads to no step of this pathway\n");
}

TEST_CASE("a step that nobody comes to is found") {
  const auto built = kit::build(pathway("### 1. Ask\n\n**Go to:** step 3\n\n### 2. Lost\n\nNobody is here.\n\n### 3. Start\n\nWe begin.\n"));
  CHECK(built.has("endless-steps"));
  CHECK(built.problems().find("nobody comes to the step '2. Lost'") != std::string::npos);
}

TEST_CASE("steps that lead round in a circle are found, each of them") {
  const auto built = kit::build(pathway("### 1. Ask\n\nAsk.\n\n### 2. Wait\n\n**Go to:** step 1\n"));
  CHECK(built.problems().find("from the step '1. Ask' nobody comes to an end") != std::string::npos);
  CHECK(built.problems().find("from the step '2. Wait' nobody comes to an end") != std::string::npos);
}

TEST_CASE("a way back is fine as long as there is a way on") {
  const auto built = kit::build(pathway("### 1. Ask\n\nAsk.\n\n### 2. Wait\n\n**If nothing comes, go to:** step 1\n\n### 3. Start\n\nWe begin.\n"));
  CHECK(built.problems() == "");
}

}  // namespace offer::step_order_test
