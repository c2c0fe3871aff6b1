# The first commands of the file. While it is read, set -x is off, because each traced line is an error in Kestra, and
# zsh has the options of sh. finish.sh restores both.
# The shells do not trace different commands: bash and zsh a loop that does not run, zsh also expansions that change its
# options; ksh93 and mksh a loop and case, and ksh93 set; dash, bash and busybox commands with a redirected stderr. So mksh
# prints one line. The zsh that emulates sh prints two, because it lacks the parameters options and dis_builtins.

# yash 2 cannot read what follows, and posh gives it another meaning. A loop that does not run is not traced.
for _kestra_trace in ${YASH_VERSION:+"yash"}${POSH_VERSION:+"posh"}; do
  echo "kestra.sh: $_kestra_trace is not supported: run the script with dash, bash, BusyBox, mksh, ksh93 or zsh" >&2
  return 1
done

# _kestra_trace is the flags and, in zsh, whether two options were on that would print a warning of each variable here.
for _kestra_trace in ${ZSH_VERSION:+"$-:${ZSH_EVAL_CONTEXT:+${dis_builtins+${options[warncreateglobal]}:${options[warnnestedvar]}${options[warncreateglobal]::=off}${options[warnnestedvar]::=off}${options[xtrace]::=off}}}"}; do \set +x; done
for _kestra_trace in ${KSH_VERSION:+"$-"}; do case $_kestra_trace in *x*) \set +x ;; esac; done
{ case $- in *x*) _kestra_trace=x; \set +x ;; esac; } 2>/dev/null
# On one line, because no text may have two with csh_junkie_quotes. Parameters that did not exist are removed again.
case ${ZSH_VERSION:+${ZSH_EVAL_CONTEXT:+zsh}} in
  zsh) \eval '_kestra_module=${dis_builtins+there}; \builtin zmodload -F zsh/parameter p:options p:functions && { \builtin typeset -ga _kestra_options; _kestra_options=("${(@kv)options}"); \builtin emulate -R sh; } || case $_kestra_module in ("") \builtin zmodload -u zsh/parameter ;; esac' 2>/dev/null ;;
esac
