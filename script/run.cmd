@echo off
rem Start Chalknet: script\run.cmd [arguments of main.py]. The first start sets everything up.
setlocal
call "%~dp0setup.cmd" run || exit /b 1
"%~dp0..\.venv\Scripts\python.exe" "%~dp0..\main.py" %*
exit /b %errorlevel%
