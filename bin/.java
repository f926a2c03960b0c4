# shellcheck shell=bash
# Sourced by the scripts beside it: finds a JDK 25 or newer and exports JAVA_HOME, builds, runs what was built.
# The folder one stands in is left alone, so that files named on the command line are found.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

needed=25
jar=$root/target/rapport.jar
quick=$root/target/quick
java_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# The major version of the JDK in a folder, or nothing when there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 1
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  if command -v javac >/dev/null; then
    javac=$(command -v javac)
    javac=$(readlink -f "$javac" 2>/dev/null || printf '%s' "$javac")
    dirname "$(dirname "$javac")"
  fi
  [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v "$needed" 2>/dev/null
  printf '%s\n' /usr/lib/jvm/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

find_java() {
  local folder version
  while read -r folder; do
    version=$(jdk_version "$folder") || continue
    if [ "${version:-0}" -ge "$needed" ]; then
      export JAVA_HOME="$folder"
      return
    fi
  done < <(candidates)
  cat >&2 <<TEXT
Rapport needs a JDK $needed or newer and none was found: neither in JAVA_HOME (${JAVA_HOME:-not set}), nor on the PATH,
nor in the usual folders. Install one (for example Temurin $needed, https://adoptium.net) and set JAVA_HOME to its folder.
TEXT
  exit 1
}

maven() {
  # Libraries of Maven itself use what newer JDKs warn about.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  if command -v mvn >/dev/null; then
    (cd "$root" && mvn "$@")
  else
    (cd "$root" && ./mvnw "$@")
  fi
}

is_stale() {
  [ ! -f "$jar" ] || [ -n "$(find "$root/pom.xml" "$root/src/main" -newer "$jar" -print -quit)" ]
}

build() {
  echo "Building Rapport (the first time takes a few minutes) …" >&2
  maven -q -B -DskipTests package >&2
  quicken
}

memory_options() {
  read -ra memory <<<"${RAPPORT_JAVA_OPTIONS:--Xmx512m -XX:+UseParallelGC}"
}

# Unpacks what was built and records what a start loads, so that later starts take half the time. A start that ends before
# it serves, in a home of its own, does the recording. Where that fails the application starts as it is, only slower.
quicken() {
  local home memory
  echo "Preparing quick starts …" >&2
  rm -rf "$quick"
  home=$(mktemp -d)
  memory_options
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$quick" >/dev/null 2>&1 &&
    RAPPORT_HOME=$home "$JAVA_HOME/bin/java" "${memory[@]}" "${java_options[@]}" -Xlog:disable \
      -XX:AOTCacheOutput="$quick/rapport.aot" -Dspring.context.exit=onRefresh -jar "$quick/rapport.jar" serve \
      >/dev/null 2>&1 || echo "Starts stay as slow as they are: recording one failed." >&2
  rm -rf "$home"
}

# Runs a command of the packaged application in place of the script, so that signals reach it.
run() {
  local memory start=(-jar "$jar")
  memory_options
  if [ -f "$quick/rapport.aot" ] && [ "$quick/rapport.aot" -nt "$jar" ]; then
    start=(-Xlog:disable -Xlog:all=error:stderr -XX:AOTCache="$quick/rapport.aot" -jar "$quick/rapport.jar")
  fi
  exec "$JAVA_HOME/bin/java" "${memory[@]}" "${java_options[@]}" "${start[@]}" "$@"
}
