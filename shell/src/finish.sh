# The last commands of the file restore what begin.sh has changed. Nothing after set -x may be traced.

case ${_kestra_options+zsh} in
  zsh)
    # These functions have the options of sh, and restore the caller's themselves when they return.
    for _kestra_text in scope clock trace debug info warn error warning critical log logs outputs assets counter gauge timer pipe context failed; do
      case $_kestra_text in scope|clock) _kestra_text=_kestra_$_kestra_text ;; *) _kestra_text=kestra_$_kestra_text ;; esac
      \eval '\builtin emulate -R sh -o no_multibyte -c "functions[$_kestra_text]=\${functions[$_kestra_text]}"'
    done
    \eval 'for _kestra_text _kestra_name in "${_kestra_options[@]}"; do
      case $_kestra_text:${options[$_kestra_text]} in
        xtrace:*|*:"$_kestra_name") ;;
        *) options[$_kestra_text]=$_kestra_name ;;
      esac
    done' 2>/dev/null
    \unset _kestra_options
    _kestra_text=${_kestra_trace-} _kestra_trace=''
    case $_kestra_text in *:on:*) \eval 'options[warncreateglobal]=on' ;; esac
    case $_kestra_text in *:*:on*) \eval 'options[warnnestedvar]=on' ;; esac
    case $_kestra_module in '') \builtin zmodload -u zsh/parameter ;; esac
    ;;
  *) _kestra_text=${_kestra_trace-} _kestra_trace='' ;;
esac
case $_kestra_text in *x*) \set -x ;; esac
