# The calls that a script makes. README.md describes them.

# Defines the function of one level. The two templates are in level_function.sh.in and level_function_split.sh.in.
_kestra_define_level() {  # NAME LEVEL [REDIRECTION]
  _kestra_name=$1 _kestra_level=$2 _kestra_redirect=${3-$_kestra_quiet}
  case $_kestra_replace in
    slash)
      @level_function.sh.in@
      ;;
    split)
      @level_function_split.sh.in@
      ;;
  esac
}

_kestra_define_level trace TRACE
_kestra_define_level debug DEBUG
_kestra_define_level info INFO
_kestra_define_level warn WARN '>&2'
_kestra_define_level error ERROR '>&2'

kestra_log() { _kestra_scope _kestra_log "$@"; }  # LEVEL [WORD]...

kestra_logs() { _kestra_scope _kestra_logs "$@"; }  # [LEVEL MESSAGE]...

kestra_outputs() { _kestra_scope _kestra_data outputs "$@"; }  # [NAME=TEXT|NAME:=JSON]...

kestra_assets() { _kestra_scope _kestra_data assets "$@"; }  # [NAME=TEXT|NAME:=JSON]...

kestra_counter() { _kestra_scope _kestra_metric counter "$@"; }  # NAME VALUE [TAG=TEXT]...

kestra_gauge() { _kestra_scope _kestra_metric gauge "$@"; }  # NAME VALUE [TAG=TEXT]...

kestra_timer() { _kestra_scope _kestra_metric timer "$@"; }  # NAME SECONDS [TAG=TEXT]...

# In a trap. Returns the status of what it logs.
kestra_failed() {  # [LINE]
  \set -- "$?" "${1-}" "${BASH_COMMAND-}"
  case $1 in 0) ;; *) kestra_error "${2:+line $2: }exit status $1${3:+: $3}" ;; esac
}
