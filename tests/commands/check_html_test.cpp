// check --html: any HTML file or folder, judged without a site around it.
#include <doctest/doctest.h>

#include "commands/script.h"

TEST_CASE("check --html judges a file or every HTML file of a folder") {
  CHECK_SCRIPT(R"(
-- old/a.html --
<p>Words.</p>
<p><img src="bus.jpg"></p>
-- old/deep/b.HTM --
<a href="/x/"></a>
-- old/notes.txt --
<a href="/x/"></a>
$ local-offer check --html old/a.html
old/a.html:2:4: error[images-without-name]: this picture (<img>) has no words for people who cannot see it
      2 | <p><img src="bus.jpg"></p>
        |    ^
    help: Say what it shows: alt="A bus in front of a school". If it says nothing new: alt="".

1 HTML file looked at: 1 error.
(exit 1)
$ local-offer check --html --format json old
{"findings":[
{"path":"old/a.html","line":2,"column":4,"code":"images-without-name","act":["23a2a8"],"severity":"error","message":"this picture (<img>) has no words for people who cannot see it","help":"Say what it shows: alt=\"A bus in front of a school\". If it says nothing new: alt=\"\"."},
{"path":"old/deep/b.HTM","line":1,"column":1,"code":"links-without-name","act":["c487ae"],"severity":"error","message":"this link (<a>) has no words: nobody hears where it leads","help":"Put words inside it, or describe the picture inside it: alt=\"Home\"."}
]}
(exit 1)
$ local-offer check --html old/gone.html 2>&1 | sed -n 's/: .*//p'
old/gone.html
1 HTML file looked at
)");
}

TEST_CASE("check --html has nothing to say about a good page") {
  CHECK_SCRIPT(R"(
-- a.html --
<!DOCTYPE html>
<html lang="en"><head><title>A</title></head><body><main><h1>A</h1></main></body></html>
$ local-offer check --html a.html
1 HTML file looked at: no problems.
$ local-offer check --html --format json a.html
{"findings":[]}
)");
}
