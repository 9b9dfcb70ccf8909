# For the launchers (generator/run, tests/run), which read this file: what a machine needs, and compiling.

# set_up PACKAGE...: installs the Debian packages that are missing. Says nothing when none is.
set_up() {
  missing=
  there=" $(dpkg-query -W -f '${Package}:${db:Status-Status} ' "$@" 2>/dev/null || true) "
  for package; do
    case $there in *" $package:installed "*) ;; *) missing="$missing $package" ;; esac
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null 2>&1 || {
    echo "This machine has no apt-get. Install these yourself, then start again:$missing" >&2
    exit 3
  }
  if [ "$(id -u)" = 0 ]; then as_root=
  elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as_root=sudo
  else
    echo "Some programs must be installed first, and that needs root rights. Run: su -c 'apt-get update && apt-get install -y$missing'" >&2
    exit 3
  fi
  echo "Setting up, once:$missing" >&2
  log=$(mktemp)
  # shellcheck disable=SC2086 — a list of words
  if ! { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    echo "The packages could not be installed. Is this machine on the network? The whole record is in $log" >&2
    exit 3
  fi
  rm -f "$log"
}

# compile FOLDER TARGET [CMAKE OPTION...]: builds a target if something changed. Prints only when there is work, or trouble.
compile() {
  folder=$1
  target=$2
  shift 2
  log=$folder/compile.log
  mkdir -p "$folder"
  if [ ! -f "$folder/build.ninja" ]; then
    cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 70; }
  fi
  if [ ! -e "$folder/$target" ]; then
    echo "Compiling $target, once; this takes a few minutes." >&2
  elif [ -n "$(find generator $([ "$target" = local-offer ] || echo tests) CMakeLists.txt -newer "$folder/$target" \( -name '*.cpp' -o -name '*.h' -o -name CMakeLists.txt \) 2>/dev/null | head -n 1)" ]; then
    echo "Compiling what changed." >&2
  fi
  ninja -C "$folder" "$target" >"$log" 2>&1 || { grep -v '^\[' "$log" | tail -n 60 >&2; exit 70; }
}

# release_folder: prints the folder for programs that are measured: build, unless somebody has set that up for something else than a release.
release_folder() {
  if [ ! -f build/CMakeCache.txt ] || grep -q '^CMAKE_BUILD_TYPE:STRING=Release$' build/CMakeCache.txt; then echo build; else echo build-release; fi
}
