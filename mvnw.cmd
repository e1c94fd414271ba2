@echo off
rem Runs Maven: the one on the PATH if it is 3.8 or newer, otherwise the pinned version, downloaded once and checked by its SHA-512.
setlocal EnableExtensions

set "MVNW_VERSION=3.9.11"
set "MVNW_SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978"
set "MVNW_URL=https://archive.apache.org/dist/maven/maven-3/%MVNW_VERSION%/binaries/apache-maven-%MVNW_VERSION%-bin.tar.gz"
set "MVNW_DISTS=%USERPROFILE%\.m2\wrapper\dists"
set "MVNW_HOME=%MVNW_DISTS%\apache-maven-%MVNW_VERSION%"

rem The build needs a JDK of 25 or newer among the installed ones; Maven itself runs on 17 too.
set "MVNW_MAJOR="
set "MVNW_MINOR="
where mvn.cmd >nul 2>nul
if errorlevel 1 goto pinned
for /f "tokens=3,4 delims=. " %%a in ('mvn.cmd -v 2^>nul ^| findstr /r /c:"Apache Maven [0-9]"') do (
  if not defined MVNW_MAJOR (
    set "MVNW_MAJOR=%%a"
    set "MVNW_MINOR=%%b"
  )
)
if not defined MVNW_MAJOR goto pinned
if %MVNW_MAJOR% GTR 3 goto installed
if %MVNW_MAJOR% EQU 3 if %MVNW_MINOR% GEQ 8 goto installed

:pinned
if exist "%MVNW_HOME%\bin\mvn.cmd" goto downloaded
echo Downloading Maven %MVNW_VERSION% 1>&2
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
  "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12;" ^
  "$work = Join-Path $env:TEMP ([guid]::NewGuid());" ^
  "New-Item -ItemType Directory -Force $work, $env:MVNW_DISTS | Out-Null;" ^
  "try {" ^
  "  $archive = Join-Path $work 'maven.tar.gz';" ^
  "  Invoke-WebRequest -UseBasicParsing $env:MVNW_URL -OutFile $archive;" ^
  "  if ((Get-FileHash -Algorithm SHA512 $archive).Hash -ne $env:MVNW_SHA512) { throw 'The checksum of the download is not the expected one; nothing was installed.' };" ^
  "  tar.exe -xzf $archive -C $work;" ^
  "  if ($LASTEXITCODE -ne 0) { throw 'The download could not be unpacked; nothing was installed.' };" ^
  "  if (Test-Path $env:MVNW_HOME) { Remove-Item -Recurse -Force $env:MVNW_HOME };" ^
  "  Move-Item (Join-Path $work ('apache-maven-' + $env:MVNW_VERSION)) $env:MVNW_HOME" ^
  "} finally { Remove-Item -Recurse -Force $work }"
if errorlevel 1 exit /b 1

:downloaded
call "%MVNW_HOME%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:installed
call mvn.cmd %*
exit /b %ERRORLEVEL%
