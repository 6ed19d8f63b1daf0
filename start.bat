@echo off
rem Double-click: sets up what is missing and starts the app.
cd /d "%~dp0"
set "PYTHON="
where py >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON where python >nul 2>nul && set "PYTHON=python"
if not defined PYTHON (
    echo Python 3.11 or newer is needed. Install it from python.org, then start this file again.
    pause
    exit /b 2
)
%PYTHON% run.py %*
set "CODE=%ERRORLEVEL%"
rem Keep the window open, or nobody could read what went wrong.
if not "%CODE%"=="0" pause
exit /b %CODE%
