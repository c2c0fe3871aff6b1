# shellcheck shell=sh
# Makes the call that its arguments describe with kestra.sh. The protocol is in ../SPECIFICATION.md.
# Each shell runs it: dash shell.sh log INFO "Hello World!"

# shellcheck source=/dev/null
. "${KESTRA_SH:-$(dirname -- "$0")/../../shell/kestra.sh}"

not_a_call() {
  echo "$1" >&2
  exit 1
}

case ${1-} in
  log) [ "$#" -eq 3 ] || not_a_call 'log: expected LEVEL MESSAGE' ;;
  # kestra_logs accepts an empty batch; the driver protocol does not.
  logs) [ "$#" -gt 1 ] || not_a_call 'logs: expected LEVEL MESSAGE pairs' ;;
  outputs | assets | counter | gauge | timer) ;;
  capture)
    [ "$#" -eq 3 ] || not_a_call 'capture: expected LEVEL MESSAGE'
    printf '%s\n' "$3" | kestra_pipe "$2"
    exit
    ;;
  *) not_a_call 'verb: expected log, logs, outputs, assets, counter, gauge, timer or capture' ;;
esac

verb=$1
shift
"kestra_$verb" "$@"
