# Sourced by the other scripts: the repository's root, narration, one way to configure and build.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\n== %s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Whether ccache has something to give: what it kept of earlier builds.
has_cache() {
  command -v ccache >/dev/null && [ -z "${CCACHE_DISABLE:-}" ] &&
    [ "$(ccache --print-stats 2>/dev/null | awk '$1 == "files_in_cache" { print $2 }')" -gt 1000 ]
}

# build_preset PRESET [TARGET...]: all targets unless some are named; from the compiler cache where there is one, else
# with precompiled headers, which a cache cannot keep (clang builds without: every file must stand alone).
# Fails with what the compiler said; the caller decides what that means.
build_preset() {
  local preset=$1
  shift
  local how=(-DMATTER_PRECOMPILE=ON)
  if [ "$preset" = clang ]; then how=(-DMATTER_PRECOMPILE=OFF); fi
  if has_cache; then how=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DMATTER_PRECOMPILE=OFF); fi
  local log="build/$preset-configure.log"
  mkdir -p build
  if ! cmake --preset "$preset" "${how[@]}" >"$log" 2>&1; then
    cat "$log" >&2
    return 1
  fi
  local targets=()
  if [ $# -gt 0 ]; then targets=(--target "$@"); fi
  cmake --build --preset "$preset" "${targets[@]}"
}
