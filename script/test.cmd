@echo off
rem Check everything: format, lint, types, import rules, the real window, tests. With arguments only pytest runs, with these.
setlocal
call "%~dp0setup.cmd" test || exit /b 1
cd /d "%~dp0.."
set "python=.venv\Scripts\python.exe"
if not defined QT_QPA_PLATFORM set "QT_QPA_PLATFORM=offscreen"
if not "%~1"=="" (
    "%python%" -m pytest %*
    exit /b
)
echo == Format
"%python%" -m ruff format --check . || exit /b 1
echo == Lint
"%python%" -m ruff check . || exit /b 1
echo == Types
"%python%" -m mypy || exit /b 1
echo == Import rules
"%python%" -m pytest -q tests/test_architecture.py || exit /b 1
echo == Smoke test
"%python%" main.py --smoke-test || exit /b 1
echo == Tests
"%python%" -m pytest -q -n auto --maxprocesses 8 --dist worksteal --ignore=tests/test_architecture.py || exit /b 1
echo All checks passed.
