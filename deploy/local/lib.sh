# Shared by deploy/up, deploy/down, deploy/buy, deploy/trace, deploy/check and deploy/chaos, which set $root to the folder of this checkout first.
# shellcheck shell=bash

java_major=25

say() { printf '%s\n' "$*" >&2; }

# Prints the major version of the JDK in folder $1; fails when there is no JDK.
jdk_version() {
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
  local version=
  [[ -r $1/release ]] && version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
  [[ -n $version ]] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
  [[ -n $version ]] && printf '%s\n' "$version"
}

# Sets and exports JAVA_HOME to a JDK of the version wanted, or says what to do and exits.
find_jdk() {
  local candidates=() candidate on_path
  [[ -n ${JAVA_HOME-} ]] && candidates+=("$JAVA_HOME")
  if on_path=$(command -v java); then
    on_path=$(readlink -f -- "$on_path")
    candidates+=("${on_path%/bin/java}")
  fi
  local folder
  for folder in /usr/lib/jvm "${HOME-}/.sdkman/candidates/java" "${HOME-}/.jdks" /opt /usr/local /usr/java; do
    for candidate in "$folder"/*; do
      [[ -d $candidate/bin ]] && candidates+=("$candidate")
    done
  done
  for candidate in "${candidates[@]}"; do
    if [[ $(jdk_version "$candidate") == "$java_major" ]]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  say "No JDK $java_major was found in JAVA_HOME, on the PATH, or in the usual folders (/usr/lib/jvm, ~/.sdkman, ~/.jdks, /opt)."
  say "Install one, for example Eclipse Temurin $java_major from https://adoptium.net, and set JAVA_HOME to its folder."
  exit 1
}

find_maven() {
  command -v mvn >/dev/null && return
  say "Maven (mvn) is not on the PATH. Install it, for example with the system's package manager (package maven)"
  say "or from https://maven.apache.org, 3.8 or newer."
  exit 1
}

# Prints the modules the stack is made of.
stack_modules() {
  sed -n 's/^ *<module>\(.*\)<\/module> *$/\1/p' "$root/pom.xml" | grep -vxF -e common/testkit -e deploy/e2e
}

# Prints those that were never packaged, or whose sources have changed since.
stale_modules() {
  local module target jar changed
  while IFS= read -r module; do
    target=$root/$module/target
    jar=$(find "$target" -maxdepth 1 -name '*.jar' 2>/dev/null | head -n 1)
    if [[ -n $jar && -e $target/runtime-classpath ]]; then
      # Maven leaves a jar alone that would be the same, so the time of the last build counts as well.
      local newer_than=(-newer "$jar")
      [[ -e $target/built ]] && newer_than+=(-newer "$target/built")
      changed=$(find "$root/pom.xml" "$root/$module/pom.xml" "$root/$module/src/main" \
        "${newer_than[@]}" -print -quit 2>/dev/null || true)
      [[ -z $changed ]] && continue
    fi
    printf '%s\n' "$module"
  done < <(stack_modules)
}

# Builds what is missing or out of date, and what depends on it.
build() {
  local stale module started=$SECONDS begun
  stale=$(stale_modules)
  [[ -z $stale ]] && return
  find_maven
  say "Building: $(wc -l <<<"$stale" | tr -d ' ') modules are new or changed (the first build also downloads libraries) …"
  begun=$(date +%s)
  # The JDK would warn of what Maven's own libraries do.
  export MAVEN_OPTS="${MAVEN_OPTS-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
  if ! (cd "$root" && mvn -B -ntp -Dstyle.color=never -Dmaven.test.skip=true package \
    --projects "$(paste -sd, - <<<"$stale")" --also-make --also-make-dependents) | build_progress; then
    say "The build failed."
    exit 1
  fi
  while IFS= read -r module; do
    touch -d "@$begun" "$root/$module/target/built"
  done <<<"$stale"
  say "Built after $((SECONDS - started)) s."
}

# Whether there are npm and a Node.js that the pages can be built with (deploy/web/package.json says which).
has_node() {
  local version major minor
  command -v npm >/dev/null && version=$(node -p process.versions.node 2>/dev/null) || return 1
  IFS=. read -r major minor _ <<<"$version"
  ((major > 22 || (major == 22 && minor >= 12) || (major == 20 && minor >= 19)))
}

# Whether the pages were never built, or their sources have changed since.
pages_are_stale() {
  local built=$web/dist/built
  [[ ! -e $built ]] || [[ -n $(find "$web" \( -name node_modules -o -name dist -o -name generated \) -prune \
    -o -type f -newer "$built" -print -quit) ]]
}

# Builds the pages when they are missing or out of date; without Node.js the stack runs without them.
build_pages() {
  local web=$root/deploy/web started=$SECONDS begun log=$root/deploy/web/dist/build.log
  pages_are_stale || return 0
  if ! has_node; then
    say "The pages are not built: that takes npm and Node.js 20.19, 22.12 or later, from https://nodejs.org or the system's packages."
    return 0
  fi
  say "Building the pages …"
  mkdir -p "$web/dist"
  begun=$(date +%s)
  if ! (cd "$web" && install_packages && npm run build) >"$log" 2>&1; then
    say "The pages could not be built, so the stack runs without the latest. See $log"
    return 0
  fi
  touch -d "@$begun" "$web/dist/built"
  say "Built the pages after $((SECONDS - started)) s."
}

# Only when the lock file is newer than what it last brought about.
install_packages() {
  [[ node_modules/.package-lock.json -nt package-lock.json ]] || npm ci --no-audit --no-fund
}

# Shows one line per module of Maven's output, and its errors.
build_progress() {
  sed -un -e 's/^\[INFO\] Building \(.*[^ ]\) *\[\([0-9]*\/[0-9]*\)\]$/  \2 \1/p' -e '/^\[ERROR\]/p' >&2
}

# Replaces this shell by the launcher's class $1 with the arguments that follow.
run_launcher() {
  run_program deploy/local/launcher "$@"
}

# Replaces this shell by class $2 of module $1 with the arguments that follow.
run_program() {
  local target=$root/$1/target class=$2 jar
  shift 2
  jar=$(find "$target" -maxdepth 1 -name '*.jar' | head -n 1)
  exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m \
    --enable-native-access=ALL-UNNAMED "-Dkaimen.root=$root" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \
    -cp "$jar:$(<"$target/runtime-classpath")" "$class" "$@"
}
