@echo off
rem Starts Advalorem with Java 17 or later. In a source tree it builds the program on first use, and again whenever
rem pom.xml or a file under src\main has changed; a release archive needs neither Maven nor a build.
rem
rem   JAVA_HOME             the Java to use (otherwise: java on PATH), unless the archive brought its own
rem   ADVALOREM_JAVA_OPTS   further options for Java, separated by blanks
rem
rem No parentheses around several lines: what stands in them is expanded at once, and a path may hold a parenthesis.

setlocal EnableExtensions DisableDelayedExpansion
set "AV_HOME=%~dp0"
if "%AV_HOME:~-1%"=="\" set "AV_HOME=%AV_HOME:~0,-1%"

rem ---- Java: which one, and is it new enough. Quotes that some put around JAVA_HOME are taken off.
rem One that lies beside the launcher comes with the program.
set "AV_JAVA=%AV_HOME%\runtime\bin\java.exe"
if exist "%AV_JAVA%" goto java_found
set "AV_JAVA="
if not defined JAVA_HOME goto java_on_path
set "AV_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%AV_JAVA%" goto java_found
>&2 echo advalorem: JAVA_HOME is "%JAVA_HOME:"=%", but there is no bin\java.exe in it. Set it to a JDK 17 or later, or unset it.
exit /b 2
:java_on_path
for %%J in (java.exe) do set "AV_JAVA=%%~$PATH:J"
if defined AV_JAVA goto java_found
>&2 echo advalorem: No Java found. Install a JDK 17 or later, or set JAVA_HOME to one.
exit /b 2

:java_found
for %%J in ("%AV_JAVA%") do set "AV_BIN=%%~dpJ"
set "AV_RELEASE=%AV_BIN%..\release"
set "AV_VERSION="
if exist "%AV_RELEASE%" for /f "usebackq tokens=1,2 delims==" %%K in ("%AV_RELEASE%") do if "%%K"=="JAVA_VERSION" set "AV_VERSION=%%~L"
if defined AV_VERSION goto version_found
rem call keeps cmd from taking off the first quote and the last.
for /f "usebackq tokens=3" %%V in (`call "%AV_JAVA%" -version 2^>^&1 ^| findstr /c:" version "`) do set "AV_VERSION=%%~V"
:version_found
set "AV_MAJOR=0"
if defined AV_VERSION for /f "tokens=1 delims=.-+_ " %%M in ("%AV_VERSION%") do set "AV_MAJOR=%%M"
if not defined AV_VERSION set "AV_VERSION=of an unknown version"
if %AV_MAJOR% GEQ 17 goto version_fine
>&2 echo advalorem: "%AV_JAVA%" is Java %AV_VERSION%, and 17 or later is needed. Set JAVA_HOME to a newer one.
exit /b 2
:version_fine

set "AV_LIB=%AV_HOME%\lib"
if exist "%AV_LIB%\advalorem-*.jar" goto run

rem ---- In a source tree: is the build that of these sources? A build keeps a copy of them, and xcopy /l /d only counts
rem the files that are newer than the other side has them, or missing there: one way for what was changed or added, the
rem other way for what was deleted. When xcopy says nothing, the program is built.
if exist "%AV_HOME%\pom.xml" goto source_tree
>&2 echo advalorem: There is neither lib nor pom.xml beside the launcher: unpack the release archive again.
exit /b 1
:source_tree
set "AV_BUILDS=%AV_HOME%\target\launcher"
set "AV_BUILD="
if not exist "%AV_BUILDS%\current" goto build
set /p AV_BUILD=<"%AV_BUILDS%\current"
if not defined AV_BUILD goto build
set "AV_SOURCES=%AV_BUILDS%\%AV_BUILD%\sources"
if not exist "%AV_SOURCES%\pom.xml" goto build
set "AV_NEWER=unknown"
for /f "tokens=1" %%N in ('xcopy /l /d /s /y /q "%AV_HOME%\src\main" "%AV_SOURCES%\main\" 2^>nul') do set "AV_NEWER=%%N"
if not "%AV_NEWER%"=="0" goto build
set "AV_NEWER=unknown"
for /f "tokens=1" %%N in ('xcopy /l /d /s /y /q "%AV_SOURCES%\main" "%AV_HOME%\src\main\" 2^>nul') do set "AV_NEWER=%%N"
if not "%AV_NEWER%"=="0" goto build
set "AV_NEWER=unknown"
for /f "tokens=1" %%N in ('xcopy /l /d /y /q "%AV_HOME%\pom.xml" "%AV_SOURCES%\" 2^>nul') do set "AV_NEWER=%%N"
if not "%AV_NEWER%"=="0" goto build
set "AV_LIB=%AV_BUILDS%\%AV_BUILD%\lib"
if exist "%AV_LIB%\advalorem-*.jar" goto run

rem Every build has its own folder, so two runs at once may both build, and a running process keeps its files.
:build
where mvn >nul 2>nul
if not errorlevel 1 goto maven_found
>&2 echo advalorem: Building from source needs Maven: install it and have mvn on PATH, or take a release archive.
exit /b 2
:maven_found
>&2 echo Building advalorem (first use or changed sources) ...
set "AV_BUILD=build-%RANDOM%%RANDOM%%RANDOM%"
set "AV_SOURCES=%AV_BUILDS%\%AV_BUILD%\sources"
mkdir "%AV_SOURCES%\main" 2>nul
if exist "%AV_SOURCES%\main\" goto folder_made
>&2 echo advalorem: Cannot write to "%AV_BUILDS%", where the program is built.
exit /b 1
:folder_made
xcopy /s /y /q "%AV_HOME%\src\main" "%AV_SOURCES%\main\" >nul
xcopy /y /q "%AV_HOME%\pom.xml" "%AV_SOURCES%\" >nul
rem Maven runs on the Java found above, unless that has no compiler.
if exist "%AV_BIN%javac.exe" for %%J in ("%AV_BIN%..") do set "JAVA_HOME=%%~fJ"
pushd "%AV_HOME%"
call mvn -B -Dstyle.color=never -Plauncher -Dadvalorem.launcher=yes "-Dadvalorem.target=target/launcher/%AV_BUILD%" package >"%AV_BUILDS%\%AV_BUILD%\build.log" 2>&1 <nul
set "AV_RESULT=%ERRORLEVEL%"
popd
if "%AV_RESULT%"=="0" goto built
>&2 type "%AV_BUILDS%\%AV_BUILD%\build.log"
>&2 echo advalorem: The build failed; the log above is in target\launcher\%AV_BUILD%\build.log
exit /b 1
:built
>"%AV_BUILDS%\%AV_BUILD%\current" echo %AV_BUILD%
move /y "%AV_BUILDS%\%AV_BUILD%\current" "%AV_BUILDS%\current" >nul
set "AV_LIB=%AV_BUILDS%\%AV_BUILD%\lib"
rem Builds of yesterday and before, which no process should be reading any more.
forfiles /p "%AV_BUILDS%" /m build-* /d -1 /c "cmd /c if @isdir==TRUE rd /s /q @path" >nul 2>nul

rem ---- The interactive side has libraries of its own, which nothing else needs: they come when it is asked for.
:run
set "AV_SHOW="
call :look_for_show %*
if "%~1"=="shell" set "AV_SHOW=yes"
if not defined AV_SHOW goto options
set "AV_INTERACTIVE=%AV_LIB%\..\interactive"
if exist "%AV_INTERACTIVE%\" goto options
if not exist "%AV_HOME%\pom.xml" set "AV_SHOW="
if not defined AV_SHOW goto options
where mvn >nul 2>nul
if not errorlevel 1 goto fetch
>&2 echo advalorem: Fetching the libraries of the interactive side needs Maven: install it and have mvn on PATH, or take a release archive.
exit /b 2
:fetch
>&2 echo Fetching the libraries of shell and --show (first use) ...
if exist "%AV_BIN%javac.exe" for %%J in ("%AV_BIN%..") do set "JAVA_HOME=%%~fJ"
pushd "%AV_HOME%"
call mvn -B -Dstyle.color=never -Plauncher,interactive -Dadvalorem.launcher=yes "-Dadvalorem.target=target/launcher/%AV_BUILD%/interactive-build" package >"%AV_BUILDS%\%AV_BUILD%\interactive.log" 2>&1 <nul
set "AV_RESULT=%ERRORLEVEL%"
popd
if "%AV_RESULT%"=="0" goto fetched
>&2 type "%AV_BUILDS%\%AV_BUILD%\interactive.log"
>&2 echo advalorem: The libraries cannot be fetched; the log above is in target\launcher\%AV_BUILD%\interactive.log
exit /b 1
:fetched
move /y "%AV_BUILDS%\%AV_BUILD%\interactive-build\interactive" "%AV_INTERACTIVE%" >nul
rd /s /q "%AV_BUILDS%\%AV_BUILD%\interactive-build" >nul 2>nul
goto options

rem The arguments one by one: what stands in parentheses or after for would be read as part of the script.
:look_for_show
if "%~1"=="" exit /b 0
if "%~1"=="--show" set "AV_SHOW=yes"
shift
goto look_for_show

rem ---- Options for Java. Short commands start fastest with the first compiler alone; long ones want the second. Two
rem garbage collectors are an error: one of the user's own takes the place of ours.
:options
set "AV_JAR="
for %%F in ("%AV_LIB%\advalorem-*.jar") do set "AV_JAR=%%~fF"
if defined AV_JAR goto jar_found
>&2 echo advalorem: There is no advalorem-*.jar in "%AV_LIB%": unpack the release archive again, or delete target and start again.
exit /b 1
:jar_found
set "AV_TIER=-XX:TieredStopAtLevel=1 -Xms24m -Xmn12m"
set "AV_COLLECTOR=-XX:+UseSerialGC"
set "AV_SHORT=%AV_TIER% %AV_COLLECTOR%"
set "AV_LONG="
for %%C in (portfolio sweep grid spider tornado flip solve simulate sensitivity issues eva compare) do if "%~1"=="%%C" set "AV_LONG=yes"
if defined AV_LONG set "AV_TIER="
if defined AV_LONG set "AV_COLLECTOR=-XX:+UseParallelGC"
if not defined ADVALOREM_JAVA_OPTS goto collector_known
set ADVALOREM_JAVA_OPTS | findstr /r /c:"-XX:+Use[A-Za-z0-9]*GC" >nul
if not errorlevel 1 set "AV_COLLECTOR="
:collector_known
set "AV_SPEED=%AV_TIER% %AV_COLLECTOR%"
set "AV_COMMON=-Xshare:auto -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr -Xlog:cds*=off:stderr"
set "AV_COMMON=%AV_COMMON% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
set "AV_COMMON=%AV_COMMON% -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8"
if not defined AV_SHOW set "AV_COMMON=%AV_COMMON% -Djava.awt.headless=true"
if not defined AV_SHOW goto class_data
rem -jar leaves out every other folder.
if "%~1"=="shell" if exist "%AV_BIN%jshell.exe" set "AV_COMMON=%AV_COMMON% --add-opens=jdk.jshell/jdk.internal.jshell.tool=ALL-UNNAMED"
"%AV_JAVA%" %AV_SPEED% %AV_COMMON% %ADVALOREM_JAVA_OPTS% -cp "%AV_JAR%;%AV_INTERACTIVE%\*" org.advalorem.cli.Main %*
exit /b %ERRORLEVEL%
:class_data

rem ---- A class-data archive shortens the start. One for each Java version; Java ignores one that does not fit, and an
rem empty one says that it could not be made.
set "AV_DATA=%AV_LIB%\..\class-data"
set "AV_ARCHIVE=%AV_DATA%\java-%AV_VERSION%.jsa"
if exist "%AV_ARCHIVE%" goto start
mkdir "%AV_DATA%" >nul 2>nul
set "AV_NEW=%AV_DATA%\%RANDOM%%RANDOM%"
(type nul >"%AV_NEW%.tmp") 2>nul
if not exist "%AV_NEW%.tmp" goto start_plain
set "AV_SCENARIO=%AV_HOME%\scenarios\aluminum-foil\scenario.yaml"
if exist "%AV_SCENARIO%" goto classes_of_rate
"%AV_JAVA%" %AV_SHORT% %AV_COMMON% "-XX:DumpLoadedClassList=%AV_NEW%.classes" -jar "%AV_JAR%" --help >nul 2>nul <nul
goto classes_listed
:classes_of_rate
"%AV_JAVA%" %AV_SHORT% %AV_COMMON% "-XX:DumpLoadedClassList=%AV_NEW%.classes" -jar "%AV_JAR%" rate "%AV_SCENARIO%" >nul 2>nul <nul
:classes_listed
if not exist "%AV_NEW%.classes" goto archive_made
"%AV_JAVA%" %AV_SHORT% %AV_COMMON% -Xshare:dump "-XX:SharedClassListFile=%AV_NEW%.classes" "-XX:SharedArchiveFile=%AV_NEW%.tmp" -jar "%AV_JAR%" >nul 2>nul <nul
if errorlevel 1 type nul >"%AV_NEW%.tmp"
del "%AV_NEW%.classes" >nul 2>nul
:archive_made
move /y "%AV_NEW%.tmp" "%AV_ARCHIVE%" >nul 2>nul
if exist "%AV_NEW%.tmp" del "%AV_NEW%.tmp" >nul 2>nul

:start
if not exist "%AV_ARCHIVE%" goto start_plain
for %%A in ("%AV_ARCHIVE%") do if "%%~zA"=="0" goto start_plain
"%AV_JAVA%" %AV_SPEED% %AV_COMMON% "-XX:SharedArchiveFile=%AV_ARCHIVE%" %ADVALOREM_JAVA_OPTS% -jar "%AV_JAR%" %*
exit /b %ERRORLEVEL%
:start_plain
"%AV_JAVA%" %AV_SPEED% %AV_COMMON% %ADVALOREM_JAVA_OPTS% -jar "%AV_JAR%" %*
exit /b %ERRORLEVEL%
