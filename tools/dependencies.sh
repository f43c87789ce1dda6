# SPDX-License-Identifier: BSL-1.0
# Sourced by the scripts in tools: installs the Debian packages that are missing, or says which they are.

missing=()

# need COMMAND PACKAGE: notes the package as missing unless the command is there.
need() {
    command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}

# need_source TEXT PACKAGE...: notes the packages as missing unless the preprocessor takes the text.
need_source() {
    local text=$1
    shift
    printf '%s\n' "$text" | ${CXX:-c++} -std=c++20 -E -x c++ - >/dev/null 2>&1 || missing+=("$@")
}

# install: installs what is missing; needs root for that, and only for that. With SUDO=sudo it becomes root.
install() {
    [ ${#missing[@]} -gt 0 ] || return 0
    if { [ "$(id -u)" -ne 0 ] && [ -z "${SUDO:-}" ]; } || ! command -v apt-get >/dev/null 2>&1; then
        echo "missing: ${missing[*]}" >&2
        echo "install them (Debian: sudo apt-get install ${missing[*]}), then run this again" >&2
        return 1
    fi
    echo "installing ${missing[*]}" >&2
    local apt=(${SUDO:-} env DEBIAN_FRONTEND=noninteractive apt-get -qq)
    { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } >/dev/null 2>"$log" || {
        cat "$log" >&2
        return 1
    }
}

# Debian 12 has a Boost that is new enough beside its default.
need_boost() {
    local package=libboost-json-dev
    ! grep -qs '^VERSION_CODENAME=bookworm' /etc/os-release || package=libboost-json1.81-dev
    need_source '#include <boost/version.hpp>
#if BOOST_VERSION < 108100
#error too old
#endif
#include <boost/json/value.hpp>
#include <boost/describe.hpp>' "$package"
}

need_cli11() {
    need_source '#include <CLI/CLI.hpp>' libcli11-dev
}

# For YAML in the checker, which works without it: installed only where nobody has to be asked.
want_yaml() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 || return 0
    need pkg-config pkg-config
    need_source '#include <yaml.h>' libyaml-dev
}

# For the playground of the site, which is built without it as well: clang 16 and WASI's libraries.
wasm_packages=(clang-16 lld-16 wasi-libc libc++-16-dev-wasm32 libc++abi-16-dev-wasm32 libclang-rt-16-dev-wasm32)
has_wasm() {
    printf '#include <string>\n' | clang++-16 --target=wasm32-wasi -isystem /usr/include/wasm32-wasi/c++/v1 -E -x c++ - >/dev/null 2>&1 &&
        [ -f /usr/include/boost/json/src.hpp ] && command -v wasm-ld-16 >/dev/null && compgen -G '/usr/lib/llvm-16/lib/clang/16/lib/wasi/*.a' >/dev/null
}
want_wasm() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 || return 0
    has_wasm || missing+=("${wasm_packages[@]}")
    need_boost
}

# For tools/api.
need_doxygen() {
    need doxygen doxygen
    need python3 python3
}

# clang's own libraries, for the fuzzers.
need_fuzzer() {
    compgen -G "$(clang++ -print-resource-dir 2>/dev/null)/lib/linux/libclang_rt.fuzzer*.a" >/dev/null || missing+=(libclang-rt-14-dev)
}

# Another standard library, and the one for 32 bits.
need_libcxx() {
    CXX='clang++-19 -stdlib=libc++' need_source '#include <version>' libc++-19-dev libc++abi-19-dev
}
need_multilib() {
    CXX='g++ -m32' need_source '#include <vector>' g++-multilib
}

need_catch2() {
    need_source '#if !__has_include(<catch2/catch.hpp>) && !__has_include(<catch2/catch_all.hpp>)
#error missing
#endif' catch2
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
