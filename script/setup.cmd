@echo off
rem The set-up that run.cmd, test.cmd and package.cmd share: setup.cmd run, test or package.
rem It makes .venv (.venv-package), installs the hash-pinned packages, and stamps it last.
setlocal
set "root=%~dp0.."
set "venv=%root%\.venv"
if "%~1"=="package" set "venv=%root%\.venv-package"
set "python=%venv%\Scripts\python.exe"
set "wanted=%root%\requirements\%~1.txt"
set "stamp=%venv%\%~1.stamp"

if not exist "%stamp%" goto find_python
fc /b "%wanted%" "%stamp%" >nul 2>&1 || goto find_python
"%python%" -I -c "import importlib.util as u, sys; sys.exit(u.find_spec('PySide6') is None)" >nul 2>&1 && exit /b 0

:find_python
set "base="
for %%c in ("py -3.13" "py -3.12" "py -3.14" "py -3.11" "python") do if not defined base call :try_python %%c
if not defined base (
    echo chalknet: Python 3.11 to 3.14 is needed. Install one from python.org, then start again. 1>&2
    exit /b 1
)

"%python%" -I -c "import pip" >nul 2>&1 && goto install
echo Making %venv% 1>&2
if exist "%venv%" rmdir /s /q "%venv%"
%base% -m venv "%venv%" 1>&2 || exit /b 1

:install
echo Installing packages into %venv% 1>&2
if exist "%stamp%" del "%stamp%"
"%python%" -m pip install --quiet --disable-pip-version-check --no-input --no-user --require-hashes --only-binary :all: -r "%wanted%" 1>&2
if errorlevel 1 (
    echo chalknet: the packages could not be installed; see above. Start again to go on from here. 1>&2
    exit /b 1
)
copy /y "%wanted%" "%stamp%" >nul || exit /b 1
exit /b 0

:try_python
%~1 -c "import sys; sys.exit(sys.version_info[:2] not in [(3, 11), (3, 12), (3, 13), (3, 14)])" >nul 2>&1
if not errorlevel 1 set "base=%~1"
exit /b 0
