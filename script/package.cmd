@echo off
rem Build the program that starts without Python: script\package.cmd [--onefile or --folder] [--check] [--report]. Results in dist.
setlocal
call "%~dp0setup.cmd" package || exit /b 1
"%~dp0..\.venv-package\Scripts\python.exe" "%~dp0..\packaging\build_package.py" %*
exit /b %errorlevel%
