# The calls that a script makes. README.md describes them.

# Sets _kestra_untraced to the first command of a function, which calls it again with set -x off if it is on.
_kestra_load_untraced() {  # NAME
  case $_kestra_when_traced in
    '') _kestra_untraced='' ;;
    *)
      _kestra_untraced="$_kestra_when_traced
        if kestra_$1 \"\$@\"; then _kestra_status=0; else _kestra_status=\$?; fi
        $_kestra_trace_again"
      ;;
  esac
}

# Defines the function of one level. The two templates are in level_function.sh.in and level_function_split.sh.in.
_kestra_define_level() {  # NAME LEVEL REDIRECTION
  _kestra_name=$1 _kestra_level=$2 _kestra_redirect=$3
  _kestra_load_untraced "$1"
  case $_kestra_replace in
    slash)
      @level_function.sh.in@
      ;;
    split)
      @level_function_split.sh.in@
      ;;
  esac
}

# Defines another name of such a function.
_kestra_define_alias() {  # NAME FUNCTION
  _kestra_name=$1 _kestra_call=$2
  _kestra_load_untraced "$1"
  @function_head@kestra_@name@@function_open@  # [WORD]...
    @untraced@
    @call@ "$@"
  }
}

# Defines a function that can refuse. The template is in call_function.sh.in.
_kestra_define_call() {  # NAME CALL
  _kestra_name=$1 _kestra_call=$2
  _kestra_load_untraced "$1"
  case $_kestra_note_line in ?*) _kestra_untraced=$_kestra_note_line$_kestra_lf$_kestra_untraced ;; esac
  @call_function.sh.in@
}

# Defines a function of ours, with set -x off.
_kestra_load() {  # NAME
  case $- in *x*) _kestra_loading=x; \set +x ;; esac
  case $1:$_kestra_define_now in
    trace:*) _kestra_define_level "$1" TRACE "$_kestra_quiet" ;;
    debug:*) _kestra_define_level "$1" DEBUG "$_kestra_quiet" ;;
    info:*) _kestra_define_level "$1" INFO "$_kestra_quiet" ;;
    warn:*) _kestra_define_level "$1" WARN ">&2 $_kestra_quiet" ;;
    error:*) _kestra_define_level "$1" ERROR ">&2 $_kestra_quiet" ;;
    # Not as another name, because a function that is defined by its call cannot be called by one.
    warning::) _kestra_define_level "$1" WARN '>&2' ;;
    critical::) _kestra_define_level "$1" ERROR '>&2' ;;
    warning:*) _kestra_define_alias "$1" kestra_warn ;;
    critical:*) _kestra_define_alias "$1" kestra_error ;;
    log:*|logs:*|pipe:*) _kestra_define_call "$1" "_kestra_$1" ;;
    outputs:*|assets:*) _kestra_define_call "$1" "_kestra_data $1" ;;
    *) _kestra_define_call "$1" "_kestra_metric $1" ;;
  esac
}

# Few scripts call more than some of these functions, so that they are defined when they are called, where that is
# possible without a line of set -x. Elsewhere one command defines each: ksh93 has a buffer for what a command defines.
@each stub.sh.in trace debug info warn warning error critical log logs outputs assets counter gauge timer pipe@
"$_kestra_define_now" trace
"$_kestra_define_now" debug
"$_kestra_define_now" info
"$_kestra_define_now" warn
"$_kestra_define_now" warning
"$_kestra_define_now" error
"$_kestra_define_now" critical
"$_kestra_define_now" log
"$_kestra_define_now" logs
"$_kestra_define_now" outputs
"$_kestra_define_now" assets
"$_kestra_define_now" counter
"$_kestra_define_now" gauge
"$_kestra_define_now" timer
"$_kestra_define_now" pipe

# Sets _kestra_status for a call that is refused.
_kestra_note_refusal() {  # NAME [ARGUMENT]...
  _kestra_status=1 _kestra_call=kestra_$1
  \shift
  _kestra_note_call "$_kestra_call" "$@"
}

# Keeps what kestra_failed needs to know about a failing call: the command, which bash does not show afterwards, and the
# caller's line, which mksh does not. Called right before the function returns.
_kestra_note_call() {  # NAME [ARGUMENT]...
  _kestra_failed_call=$1 _kestra_failed_line=${_kestra_line_of_call-}
  \shift
  for _kestra_text do _kestra_failed_call="$_kestra_failed_call $_kestra_text"; done
}

# In a trap. Sends the status of the failed command, its LINE and, in bash, its text.
kestra_failed() {  # [LINE]
  @begin_failed@
  _kestra_report_failure "$@"
  case $4 in *x*) { \set -x; } 2>/dev/null ;; esac
}

_kestra_report_failure() {  # STATUS LINE COMMAND
  case $3 in "if \\return"*|'\return'*) \set -- "$1" "$2" "$_kestra_failed_call" ;; esac
  # Only mksh reports a line of ours.
  case $2 in "${_kestra_line_of_code-}") \set -- "$1" "$_kestra_failed_line" "$3" ;; esac
  # zsh has no line in a function, and mksh none in the text of -c.
  case $2 in 0) \set -- "$1" '' "$3" ;; esac
  case $1 in 0) ;; *) kestra_error "${2:+line $2: }exit status $1${3:+: $3}" ;; esac
}
