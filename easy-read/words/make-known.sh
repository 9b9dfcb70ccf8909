#!/bin/sh
# Makes known.txt, the words that Easy Read readers most likely know, from Debian's package scowl: the commonest English and British words
# (its bands 10 and 20), without names and without forms with an apostrophe. Run it once, after: apt-get install scowl
set -eu
export LC_ALL=C.UTF-8
cd "$(dirname "$0")"
from=/usr/share/dict/scowl
{
  echo "# Words that most people know. Made by make-known.sh; do not change it by hand: easy.txt is for your own words."
  echo "# From SCOWL, Copyright 2000-2011 by Kevin Atkinson. See README.md for the licence."
  cat $from/english-words.10 $from/english-words.20 $from/british-words.10 $from/british-words.20 |
    iconv -f ISO-8859-1 -t UTF-8 | grep -v "'" | sort -u
} > known.txt
