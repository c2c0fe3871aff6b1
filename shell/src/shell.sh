case ${KESTRA_VERSION-} in 3.0.0) ;; *) KESTRA_VERSION=3.0.0 ;; esac

# The words that differ from shell to shell. The build puts a word into a function where the source has its name
# between @. WORKAROUNDS.md tells which shell and version needs which.
#
# word             meaning
# print            the command that writes its argument in one write(2)
# line_end         what ends that argument, so that a line end is written
# print_octal      the same for bytes in octal: command, then what begins each byte
# function_head    what stands before the name of a function with local variables ...
# function_open    ... and what after it
# local            makes variables local
# quiet            appended to a print whose error message would be a second one
# enter_scope      the first command of a scope
# run_scope        runs the command of a scope
# enter_bytes      makes characters bytes, inside a function
# quote_setup      the first command of _kestra_quote
# bash_compat      text that is \ where BASH_COMPAT is set
# when_traced      before and ...
# trace_again      ... after a command for set -x, which is off meanwhile; then the function returns 0
# needs_escape     pattern of "LENGTH:TEXT" that does more than escape quotes, or does it in a long text
# slow_length      pattern of the lengths where awk is faster than the shell

# Before a hash, a brace begins a comment of Kestra's, which renders pasted scripts: the build writes this instead.
_kestra_hash='#'
_kestra_lf='
'
# dash has no \$'\t': there, a tab is one of the rare bytes.
_kestra_tab=''
# Everything but printable ASCII without " and \. In a set, musl takes a backslash for one.
_kestra_unsafe='[!] !#-[^-~]'
# The bytes 1 to 31 and 127 to 255, once _kestra_load_byte_values has run.
_kestra_bytes=''
# A backslash once a write has failed, so that later records take the careful way.
_kestra_failed=''
# x while a function has turned set -x off.
_kestra_traced=''

# A backslash passes over aliases, command and builtin over functions.
_kestra_print='\command printf %s'
_kestra_line_end=$_kestra_lf
_kestra_print_octal='\command printf \'
_kestra_function_head=''
_kestra_function_open='() {'
_kestra_local='\local'
_kestra_quiet=''
_kestra_enter_scope=''
_kestra_run_scope='_kestra_with_option_off x "$@"'
_kestra_enter_bytes=''
_kestra_quote_setup=''
_kestra_bash_compat=''
_kestra_when_traced='case $- in *x*) { \set +x; } 2>/dev/null;'
_kestra_trace_again='{ \set -x; \return 0; } 2>/dev/null ;; esac'
_kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[!\ -~]*|*\\*'
_kestra_slow_length='[5-9][0-9][0-9][0-9]'
# slash: has ${text//a/b}; split: has to split by IFS.
_kestra_replace='slash'

# Versions may have been exported by another shell: the shells that have one have builtin, too.
_kestra_text=${BASH_VERSION:+bash}${ZSH_VERSION:+zsh}${KSH_VERSION-}
\command -v builtin >/dev/null 2>&1 || _kestra_text=''
case $_kestra_text in
  bash)
    _kestra_print='\builtin printf %s'
    _kestra_local='\builtin local'
    _kestra_enter_bytes='\builtin local LC_ALL=C 2>&- || { _kestra_awk message "$@" && \return 0; }'
    # ${//} is quadratic in other locales.
    _kestra_quote_setup='case ${BASH_COMPAT:+-}${'$_kestra_hash'1} in
      -*) \return 1 ;;
      ???*) \builtin local LC_ALL=C 2>&- || \: ;;
    esac'
    # It traces case, but not where stderr is closed.
    _kestra_when_traced='{ case $- in *x*) _kestra_traced=x; \set +x ;; esac; } 2>&-
      case $_kestra_traced in x) _kestra_traced=;'
    # With BASH_COMPAT, 5.2 and newer lose a backslash in ${//}.
    _kestra_bash_compat='${BASH_COMPAT:+\\}'
    case $BASH_VERSION in
      [34].*)
        # A range goes by the locale.
        _kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[![:ascii:]]*|*[[:cntrl:]]*|*\\*'
        _kestra_quote_setup='\builtin local LC_ALL=C 2>&- || \return 1'
        ;;
    esac
    ;;
  zsh)
    _kestra_print='\builtin printf %s'
    _kestra_local='\builtin local'
    _kestra_enter_scope='\builtin emulate -LR sh; \builtin setopt no_multibyte'
    # Its printf prints an error, and succeeds all the same.
    _kestra_quiet='2>&-'
    _kestra_quote_setup=$_kestra_enter_scope
    # finish.sh gives its functions options of their own.
    _kestra_when_traced=$_kestra_hash
    _kestra_trace_again=''
    ;;
  *MIRBSD*)
    _kestra_print='\builtin print -r --'
    _kestra_line_end=''
    _kestra_print_octal='\builtin print -n \0'
    _kestra_local='\builtin typeset'
    # Without -U, characters are bytes.
    _kestra_run_scope='_kestra_with_option_off U _kestra_with_option_off x "$@"'
    # It traces to where stderr was when set -x began, so that this is a line; the end of a function puts the flag back.
    _kestra_when_traced='case $- in *x*) \set +x;'
    _kestra_trace_again='\return 0 ;; esac'
    # ${//} is quadratic.
    _kestra_slow_length='[2-9][0-9][0-9][0-9]'
    ;;
  ?*)
    # ksh93: typeset is local in such a function only, and a range is right in C only.
    _kestra_function_head='function '
    _kestra_function_open=' { \typeset LC_ALL=C;'
    _kestra_local='\typeset'
    # Such a function is not traced.
    _kestra_when_traced=$_kestra_hash
    _kestra_trace_again=''
    # A set is faster than two patterns.
    _kestra_needs_escape='*[!]-~\ !#-[]*'
    ;;
  *)
    _kestra_text=a
    \command eval '_kestra_text=${_kestra_text//a/b}' 2>/dev/null || _kestra_replace='split'
    ;;
esac
case $_kestra_replace in slash) \eval "_kestra_tab=\$'\\t'" ;; esac

# The local variables of a scope.
_kestra_locals=''
for _kestra_text in path line level stream parts index json length pending text rest chunk output \
  entry_separator units byte byte_value code_point following low high kind key keys value quoted \
  member problem seconds microseconds; do
  _kestra_locals="$_kestra_locals _kestra_$_kestra_text"
done

# Calls COMMAND with ARGUMENTs, with variables of its own. Returns its status.
@function_head@_kestra_scope@function_open@  # COMMAND [ARGUMENT]...
  @enter_scope@
  @local@@locals@
  @run_scope@
}

# Calls COMMAND with ARGUMENTs, with an option of the shell off. Returns its status.
# Kestra takes each line of set -x on stderr for an error.
_kestra_with_option_off() {  # OPTION COMMAND [ARGUMENT]...
  case $- in *"$1"*) ;; *) \shift; "$@"; \return ;; esac
  { \set "+$1"; } 2>/dev/null
  _kestra_call_rest "$@"
  \set -- "$?" "$1"
  { \set "-$2"; \return "$1"; } 2>/dev/null
}

# Calls its second argument with the others. Returns its status.
_kestra_call_rest() { \shift; "$@"; }  # IGNORED COMMAND [ARGUMENT]...
