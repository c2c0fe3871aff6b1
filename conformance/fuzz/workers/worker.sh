# shellcheck shell=sh
# Makes the calls of many files with kestra.sh, in one process: a path a line on stdin. A file is a script of `call` lines.
# It does what drivers/shell.sh does, without a process for each call.

# shellcheck source=/dev/null
. "$KESTRA_SH"

MARK=$(printf '\036') # ends the answer to a call on each stream, with the exit status

not_a_call() {
  echo 'not a call' >&2
  return 1
}

call() {
  make "$@"
  answer=$?
  echo "$MARK$answer"
  echo "$MARK$answer" >&2
}

make() {
  case ${1-}:$# in
    log:3 | capture:3 | levels:3) ;;
    logs:1 | log:* | capture:* | levels:*)
      not_a_call
      return
      ;;
  esac
  case ${1-} in
    capture) printf '%s\n' "$3" | kestra_pipe "$2" ;;
    levels)
      case $2 in
        stdout) printf %s "$3" | kestra_pipe --levels ;;
        stderr) printf %s "$3" | kestra_pipe --levels ERROR >&2 ;;
        *) not_a_call ;;
      esac
      ;;
    log | logs | outputs | assets | counter | gauge | timer)
      case $1:${2-} in
        log:TRACE) kestra_trace "$3" ;;
        log:DEBUG) kestra_debug "$3" ;;
        log:INFO) kestra_info "$3" ;;
        log:WARN) kestra_warn "$3" ;;
        log:WARNING) kestra_warning "$3" ;;
        log:ERROR) kestra_error "$3" ;;
        log:CRITICAL) kestra_critical "$3" ;;
        *)
          verb=$1
          shift
          "kestra_$verb" "$@"
          ;;
      esac
      ;;
    *) not_a_call ;;
  esac
}

while IFS= read -r file; do
  # shellcheck source=/dev/null
  . "$file"
  echo . >&3
done
