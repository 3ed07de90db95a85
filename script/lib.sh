# The set-up that script/run and script/test share; they set `root` and read this file.
#
# is_set_up run|test   whether .venv holds exactly what requirements/run.txt or test.txt says
# set_up run|test      system packages, .venv, hash-pinned packages; stamps .venv last, so an interrupted set-up
#                      is taken up again. Everything is said on stderr: stdout belongs to the program.

# shellcheck shell=sh disable=SC2086,SC2154 # words split on purpose; root is set by the caller

venv=$root/.venv
python=$venv/bin/python
oldest_python=3.11
newest_python=3.14

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "chalknet: $*"
    exit 1
}

is_set_up() {
    cmp -s "$root/requirements/$1.txt" "$venv/$1.stamp" && venv_has PySide6
}

# A moved folder or another Python version leaves a .venv that starts but finds no packages.
venv_has() {
    "$python" -I -c "import importlib.util as u, sys; sys.exit(u.find_spec('$1') is None)" 2>/dev/null
}

set_up() {
    find_python
    install_system_packages "$1"
    make_venv
    install_requirements "$1"
}

find_python() {
    found=
    for candidate in "${PYTHON:-python3}" python3 python3.13 python3.12 python3.14 python3.11 python; do
        version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
        for accepted in 3.11 3.12 3.13 3.14; do
            if [ "$version" = "$accepted" ]; then
                base_python=$candidate
                return
            fi
        done
        found="$found $candidate is $version;"
    done
    fail "Python $oldest_python to $newest_python is needed.${found:-" No Python was found."}" \
        "Install one, or name it: PYTHON=/path/to/python3.12 $0"
}

# What must be there is asked for; what only some tests need is installed if that is easy.
install_system_packages() {
    [ "$(uname -s)" = Linux ] || return 0
    purposes=run
    [ "$1" != package ] || purposes="run package"
    missing=$("$base_python" "$root/script/missing_packages.py" $purposes)
    if [ -n "$missing" ]; then
        apt_install $missing || ask_for $missing
    fi
    [ "$1" = test ] || return 0
    missing=$("$base_python" "$root/script/missing_packages.py" package display)
    [ -z "$missing" ] || apt_install $missing || say "Not installed: $missing. What needs them is left out."
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root=$(how_to_be_root) || return 1
    say "Installing system packages: $*"
    # An update fails when any source is down, also one that is not needed here.
    $as_root apt-get update -qq >&2 || say "apt-get update failed; going on"
    $as_root apt-get install -qq --yes --no-install-recommends -o Dpkg::Use-Pty=0 \
        -o DPkg::Lock::Timeout=120 "$@" >&2 </dev/null
}

how_to_be_root() {
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        printf 'sudo -n '
    fi
    printf 'env DEBIAN_FRONTEND=noninteractive'
}

ask_for() {
    if command -v apt-get >/dev/null 2>&1; then
        as_whom="with this command"
        sudo="sudo "
        command -v sudo >/dev/null 2>&1 || { as_whom="as root" && sudo=; }
        say "Some system packages are missing. Install them $as_whom, then start again:"
        say ""
        say "    ${sudo}apt-get install --yes --no-install-recommends $*"
    else
        say "Some system libraries are missing. Install what your system calls these Debian packages, then start again:"
        say ""
        say "    $*"
    fi
    exit 1
}

make_venv() {
    if venv_has pip; then
        return
    fi
    say "Making $venv with $("$base_python" --version 2>&1)"
    rm -rf "$venv"
    "$base_python" -m venv "$venv" >&2 || fail "$venv can't be made; see above"
}

install_requirements() {
    quiet=--quiet
    if [ -t 2 ]; then
        quiet=
        say "Downloading packages into $venv; about 110 MB the first time"
    else
        say "Installing packages into $venv"
    fi
    rm -f "$venv/$1.stamp"
    "$python" -m pip install $quiet --disable-pip-version-check --no-input --no-user \
        --require-hashes --only-binary :all: -r "$root/requirements/$1.txt" >&2 ||
        fail "the packages could not be installed; see above. Start again to go on from here."
    "$python" -c 'import numpy, PySide6.QtWidgets' || fail "Qt can't be loaded; the line above names what is missing"
    # A start reads what is compiled: a quarter of a second less, also where Python may not write such files itself.
    "$python" -m compileall -q "$root/main.py" "$root/engine" "$root/gui" >&2 || true
    stamp "$1"
    if [ "$1" = test ]; then
        stamp run # test.txt holds all of run.txt
    fi
}

stamp() {
    cp "$root/requirements/$1.txt" "$venv/$1.stamp.new"
    mv "$venv/$1.stamp.new" "$venv/$1.stamp"
}
