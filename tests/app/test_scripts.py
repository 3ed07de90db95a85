"""script/run and script/test: a fast second start, and each way in which a set-up can fail. Commands are stand-ins."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gui.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("cmp", "cp", "mv", "rm", "dirname", "cat", "env", "uname", "mkdir")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the shell scripts are for Linux and macOS")


class Checkout:
    """A copy of the scripts in a folder with a space in its name, and a PATH with stand-ins only."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a clone"
        self.commands = folder / "commands"
        self.log = folder / "log"
        self.log.touch()
        self.commands.mkdir()
        shutil.copytree(ROOT / "script", self.root / "script")
        shutil.copytree(ROOT / "requirements", self.root / "requirements")
        for command in NEEDED:
            found = shutil.which(command)
            assert found
            (self.commands / command).symlink_to(found)
        self.add("uname", "echo Linux")
        self.add("id", "echo 1000")

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "run.stamp"

    def add(self, name: str, body: str) -> None:
        """A stand-in command, a shell script that also writes its call into the log."""
        path = self.commands / name
        path.unlink(missing_ok=True)
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.log}"\n{body}\n', encoding="utf-8")
        path.chmod(0o755)

    def add_python(
        self, missing: str = "", pip: str = "exit 0", version: str = "3.11", optional: str = ""
    ) -> None:
        """A stand-in Python: says its version, what packages are missing, makes a .venv with itself in it.

        optional: what only some tests and the package need.
        """
        self.add(
            "python3",
            f"""
case "$*" in
    *version_info*) echo {version} ;;
    *"missing_packages.py package"*) echo "{optional}" ;;
    *missing_packages.py*) echo "{missing}" ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    *find_spec*) exit 1 ;;
    *"pip install"*) {pip} ;;
    *main.py*) echo started ;;
    *build_package.py*) echo built ;;
esac
""",
        )

    def run(self, *arguments: str, script: str = "run") -> subprocess.CompletedProcess[str]:
        return self._run("/bin/sh", str(self.root / "script" / script), *arguments)

    def run_ci(self) -> subprocess.CompletedProcess[str]:
        """What CI runs."""
        shutil.copytree(ROOT / ".ci", self.root / ".ci")
        bash = shutil.which("bash")
        assert bash
        return self._run(bash, str(self.root / ".ci" / "run"))

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
            cwd=self.root.parent,
            env={"PATH": str(self.commands), "HOME": str(self.root)},
        )

    def calls(self, name: str) -> list[str]:
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if line.startswith(name)]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.mark.parametrize("name", ["script/run", "script/test", "script/package", ".ci/run"])
def test_that_scripts_can_be_executed(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)


@pytest.mark.parametrize("name", ["script/run", "script/test", "script/package", "script/lib.sh"])
def test_that_scripts_are_plain_shell(name: str) -> None:
    subprocess.run(["/bin/sh", "-n", str(ROOT / name)], check=True, timeout=10)
    assert "[[" not in (ROOT / name).read_text(encoding="utf-8")


def test_that_a_first_start_sets_up_and_starts(checkout: Checkout) -> None:
    checkout.add_python()
    ended = checkout.run("--version")
    assert (ended.returncode, ended.stdout) == (0, "started\n")
    assert checkout.stamp.read_bytes() == (ROOT / "requirements" / "run.txt").read_bytes()
    (installed,) = [call for call in checkout.calls("python3") if "pip install" in call]
    assert "--require-hashes" in installed


def test_that_a_failed_download_leaves_no_stamp_and_is_taken_up_again(checkout: Checkout) -> None:
    checkout.add_python(pip="exit 1")
    ended = checkout.run()
    assert ended.returncode == 1
    assert "Start again" in ended.stderr
    assert not checkout.stamp.exists()
    checkout.add_python()
    assert checkout.run().returncode == 0


def test_that_an_old_python_is_named(checkout: Checkout) -> None:
    checkout.add_python(version="3.9")
    ended = checkout.run()
    assert ended.returncode == 1
    assert "Python 3.11 to 3.14 is needed. python3 is 3.9" in ended.stderr


def test_that_no_python_at_all_is_said(checkout: Checkout) -> None:
    ended = checkout.run()
    assert ended.returncode == 1
    assert "No Python was found" in ended.stderr


def test_that_without_rights_the_exact_command_is_printed(checkout: Checkout) -> None:
    checkout.add_python(missing="libegl1 libxcb-cursor0")
    checkout.add("apt-get", "exit 9")
    checkout.add("sudo", "exit 1")
    ended = checkout.run()
    assert ended.returncode == 1
    command = "    sudo apt-get install --yes --no-install-recommends libegl1 libxcb-cursor0\n"
    assert command in ended.stderr
    assert checkout.calls("apt-get") == []


def test_that_without_sudo_the_command_is_for_root(checkout: Checkout) -> None:
    checkout.add_python(missing="libegl1")
    checkout.add("apt-get", "exit 9")
    ended = checkout.run()
    assert ended.returncode == 1
    assert "as root" in ended.stderr
    assert "\n    apt-get install" in ended.stderr


def test_that_root_gets_missing_packages_installed(checkout: Checkout) -> None:
    checkout.add_python(missing="libegl1 libgl1")
    checkout.add("apt-get", "exit 0")
    checkout.add("id", "echo 0")
    assert checkout.run().returncode == 0
    update, install = checkout.calls("apt-get")
    assert "update" in update
    assert install.endswith(" libegl1 libgl1")


def test_that_sudo_without_a_password_is_used(checkout: Checkout) -> None:
    checkout.add_python(missing="libegl1")
    checkout.add("apt-get", "exit 0")
    checkout.add("sudo", 'shift; [ "$1" = true ] || "$@"')
    assert checkout.run().returncode == 0
    assert len(checkout.calls("apt-get")) == 2


def test_that_a_linux_without_apt_gets_the_list(checkout: Checkout) -> None:
    checkout.add_python(missing="libegl1")
    checkout.add("id", "echo 0")
    ended = checkout.run()
    assert ended.returncode == 1
    assert "\n    libegl1\n" in ended.stderr


def test_that_tests_are_set_up_without_what_only_some_need(checkout: Checkout) -> None:
    checkout.add_python(optional="binutils xvfb")
    ended = checkout.run(script="test")
    assert ended.returncode == 0
    assert "Not installed: binutils xvfb." in ended.stderr
    for name in ("run", "test"):
        assert (checkout.root / ".venv" / f"{name}.stamp").is_file()


def test_that_ci_builds_and_tries_the_package_after_the_tests(checkout: Checkout) -> None:
    checkout.add_python()
    ended = checkout.run_ci()
    assert ended.returncode == 0
    assert ended.stdout.index("All checks passed") < ended.stdout.index("== Package")
    assert checkout.calls("python3")[-1].endswith("build_package.py --folder")
    (installed,) = [call for call in checkout.calls("python3") if "pip install" in call]
    assert installed.endswith("requirements/test.txt")


def test_that_ci_says_what_the_package_lacks(checkout: Checkout) -> None:
    checkout.add_python(optional="binutils")
    ended = checkout.run_ci()
    assert ended.returncode == 0
    assert "needs binutils" in ended.stderr
    assert not [call for call in checkout.calls("python3") if "build_package" in call]


def test_that_ci_ends_where_a_check_fails(checkout: Checkout) -> None:
    checkout.add_python(pip="exit 1")
    ended = checkout.run_ci()
    assert ended.returncode == 1
    assert "== Package" not in ended.stdout


def test_that_arguments_of_the_test_script_go_to_pytest_alone(checkout: Checkout) -> None:
    checkout.add_python()
    checkout.run("tests/engine", "-k", "adam", script="test")
    set_up = ("venv", "pip", "compileall")
    steps = [call for call in checkout.calls("python3 -m") if not any(word in call for word in set_up)]
    assert steps == ["python3 -m pytest tests/engine -k adam"]


def test_that_the_first_failing_step_ends_the_tests(checkout: Checkout) -> None:
    checkout.add_python()
    python = (checkout.commands / "python3").read_text(encoding="utf-8")
    failing = python.replace('case "$*" in', 'case "$*" in\n    *"ruff check"*) exit 4 ;;')
    (checkout.commands / "python3").write_text(failing, encoding="utf-8")
    ended = checkout.run(script="test")
    assert ended.returncode == 1
    assert "Lint failed" in ended.stderr
    assert "== Types" not in ended.stdout


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A folder that is set up: this Python's packages, stamped, and the real program."""
    root = tmp_path / "ready to start"
    root.mkdir()
    for name in ("script", "requirements", "gui", "engine", "assets", "main.py"):
        (root / name).symlink_to(ROOT / name)
    (root / ".venv").mkdir()
    for path in Path(sys.prefix).iterdir():
        if path.suffix != ".stamp":
            (root / ".venv" / path.name).symlink_to(path)
    shutil.copy(ROOT / "requirements" / "run.txt", root / ".venv" / "run.stamp")
    return root


def test_that_a_second_start_installs_nothing_from_any_folder(ready: Path, tmp_path: Path) -> None:
    ended = subprocess.run(
        [str(ready / "script" / "run"), "--version"],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=tmp_path,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"Chalknet {VERSION}\n", "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it looks for libraries of Linux")
def test_that_missing_packages_are_looked_for_by_loading_them() -> None:
    script = ROOT / "script" / "missing_packages.py"
    printed = subprocess.check_output([sys.executable, str(script)], text=True, timeout=60)
    known = set(re.findall(r'": "([a-z0-9.-]+)"', script.read_text(encoding="utf-8")))
    assert len(known) == 12
    assert {name for name in printed.split() if not name.endswith("-venv")} <= known


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it looks for commands of Linux")
@pytest.mark.parametrize(
    ("purpose", "package", "command"), [("package", "binutils", "objdump"), ("display", "xvfb", "Xvfb")]
)
def test_that_commands_are_looked_for_where_they_are_needed(
    tmp_path: Path, purpose: str, package: str, command: str
) -> None:
    def missing() -> list[str]:
        call = [sys.executable, str(ROOT / "script" / "missing_packages.py"), purpose]
        return subprocess.check_output(call, text=True, timeout=60, env={"PATH": str(tmp_path)}).split()

    assert package in missing()
    (tmp_path / command).write_text("#!/bin/sh", encoding="utf-8")
    (tmp_path / command).chmod(0o755)
    assert package not in missing()


def test_that_windows_runs_the_same_steps() -> None:
    shell = (ROOT / "script" / "test").read_text(encoding="utf-8")
    steps = re.findall(r'^step "\w[\w ]*" (.+)$', shell, re.MULTILINE)
    batch = (ROOT / "script" / "test.cmd").read_text(encoding="utf-8")
    assert steps == re.findall(r'^"%python%" (.+) \|\| exit /b 1$', batch, re.MULTILINE)
    assert "main.py --smoke-test" in steps


def test_that_windows_scripts_have_windows_line_ends() -> None:
    for path in (ROOT / "script").glob("*.cmd"):
        content = path.read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n") > 5


def test_that_all_scripts_accept_the_same_pythons() -> None:
    shell = (ROOT / "script" / "lib.sh").read_text(encoding="utf-8")
    batch = (ROOT / "script" / "setup.cmd").read_text(encoding="utf-8")
    accepted = re.search(r"for accepted in ([\d. ]+);", shell)
    assert accepted
    pairs = re.findall(r"\((\d), (\d+)\)", batch)
    assert accepted[1].split() == [f"{major}.{minor}" for major, minor in pairs]


def test_that_a_package_is_built_in_a_folder_of_its_own(checkout: Checkout) -> None:
    checkout.add_python()
    ended = checkout.run("--check", script="package")
    assert (ended.returncode, ended.stdout) == (0, "built\n")
    stamp = checkout.root / ".venv-package" / "package.stamp"
    assert stamp.read_bytes() == (ROOT / "requirements" / "package.txt").read_bytes()
    assert not (checkout.root / ".venv").exists()
    assert checkout.calls("python3")[-1].endswith("build_package.py --check")
