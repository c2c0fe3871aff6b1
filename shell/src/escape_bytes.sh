# Escapes any bytes, slowly. All functions run in a scope.

# Sets _kestra_json to TEXT with the escapes of JSON, as _kestra_escape does.
_kestra_escape_bytes() {  # TEXT ENTRY_SEPARATOR
  @enter_bytes@
  case $_kestra_bytes:$1 in :*[!\ -~$_kestra_lf]*) _kestra_load_byte_values ;; esac
  _kestra_pending=$1 _kestra_entry_separator=$2
  _kestra_escape_loop
  _kestra_escape_braces
  _kestra_unknown=''
  case $_kestra_is_learning in
    x)
      _kestra_is_learning=''
      { _kestra_learn; } 2>&-
      ;;
  esac
}

# Escapes _kestra_pending in short pieces, because removing a prefix takes quadratic time, and for the same reason ends
# a piece of output after each.
_kestra_escape_loop() {
  _kestra_text='' _kestra_output='' _kestra_json='' _kestra_units=0
  while \:; do
    case $_kestra_text in
      ????????*) ;;
      *)
        _kestra_json=$_kestra_json$_kestra_output _kestra_output=''
        _kestra_refill
        case $_kestra_text in '') \break ;; esac
        ;;
    esac
    _kestra_chunk=${_kestra_text%%$_kestra_unsafe*}
    # Near the limit of 15360, where a chunk of up to 72 may cross it, one character at a time.
    case $((_kestra_units > 15288)) in 1) _kestra_chunk= ;; esac
    case $_kestra_chunk in
      ?*)
        _kestra_text=${_kestra_text#"$_kestra_chunk"}
        _kestra_measure "$_kestra_chunk"
        _kestra_append "$_kestra_chunk" "$_kestra_length"
        ;;
      *) _kestra_escape_one ;;
    esac
  done
}

# Escapes the first character of _kestra_text and removes it.
_kestra_escape_one() {
  _kestra_peek
  _kestra_text=$_kestra_rest
  case $_kestra_byte in
    \") _kestra_append '\"' 1 ;;
    \\)
      case $_kestra_entry_separator in ?*) _kestra_rest=${_kestra_text#u0000} ;; esac
      case $_kestra_rest in
        "$_kestra_text") _kestra_append '\\' 1 ;;
        *) _kestra_text=$_kestra_rest; _kestra_append '\ufffd' 1 ;;
      esac
      ;;
    "$_kestra_lf") _kestra_append '\n' 1 ;;
    [\ -~]) _kestra_append "$_kestra_byte" 1 ;;
    *) _kestra_decode ;;
  esac
}

# _kestra_peek sets _kestra_byte to the first byte of _kestra_text, and _kestra_rest to the others.
# _kestra_refill moves bytes from _kestra_pending to _kestra_text.
case $_kestra_replace in
  slash)
    # In ksh93, %% is wrong when the text is one character many times.
    _kestra_peek() { _kestra_byte=${_kestra_text:0:1} _kestra_rest=${_kestra_text:1}; }
    _kestra_refill() {
      _kestra_text=$_kestra_text${_kestra_pending:0:64} _kestra_pending=${_kestra_pending:64}
    }
    ;;
  split)
    _kestra_peek() {
      _kestra_rest=${_kestra_text#?}
      _kestra_byte=${_kestra_text%%"$_kestra_rest"}
    }
    _kestra_refill() {
      _kestra_rest=${_kestra_pending#????????????????????????????????}
      case $_kestra_rest in "$_kestra_pending") _kestra_rest= ;; esac
      _kestra_text=$_kestra_text${_kestra_pending%%"$_kestra_rest"}
      _kestra_pending=$_kestra_rest
    }
    ;;
esac

# Appends to _kestra_output, with the separator before text that would exceed 15360 UTF-16 units.
_kestra_append() {  # TEXT UNITS
  case $((_kestra_units + $2 > 15360)) in
    1) _kestra_output=$_kestra_output$_kestra_entry_separator _kestra_units=0 ;;
  esac
  _kestra_output=$_kestra_output$1
  _kestra_units=$((_kestra_units + $2))
}

# Escapes _kestra_byte and the other bytes of its character. Invalid UTF-8 becomes U+FFFD and sets _kestra_problem.
_kestra_decode() {
  _kestra_set_byte_value
  _kestra_code_point=$_kestra_byte_value
  case $_kestra_code_point in
    8) _kestra_append '\b' 1; \return 0 ;;
    9) _kestra_append '\t' 1; \return 0 ;;
    12) _kestra_append '\f' 1; \return 0 ;;
    13) _kestra_append '\r' 1; \return 0 ;;
  esac
  \set -- "$_kestra_code_point" "$_kestra_byte"
  # The second byte of E0 begins at A0, of F0 at 90; of ED it ends at 9F, of F4 at 8F.
  _kestra_low=$(($1 == 224 ? 160 : $1 == 240 ? 144 : 128))
  _kestra_high=$(($1 == 237 ? 159 : $1 == 244 ? 143 : 191))
  _kestra_following=$(($1 < 194 || $1 > 244 ? 0 : 1 + ($1 > 223) + ($1 > 239)))
  case $_kestra_following in
    0) case $(($1 > 127)) in 1) _kestra_code_point=65533 _kestra_problem=UTF-8 ;; esac ;;
    *) _kestra_code_point=$(($1 - 256 + (128 >> _kestra_following))) ;;
  esac
  while case $_kestra_following in 0) \break ;; esac; do
    _kestra_peek
    _kestra_set_byte_value
    case $((_kestra_byte_value < _kestra_low || _kestra_byte_value > _kestra_high)) in
      1) _kestra_code_point=65533 _kestra_problem=UTF-8; \break ;;
    esac
    _kestra_text=$_kestra_rest
    \set -- "$1" "$2$_kestra_byte"
    _kestra_code_point=$((_kestra_code_point * 64 + _kestra_byte_value - 128))
    _kestra_low=128 _kestra_high=191 _kestra_following=$((_kestra_following - 1))
  done
  _kestra_append_code_point
  case $_kestra_symbol_count:$_kestra_code_point in 100:*|*:65533) ;; *) _kestra_remember "$2" "$_kestra_chunk" ;; esac
}

# Remembers a character and its escape, of a hundred characters: those of a language or of a script's symbols.
# _kestra_recall knows them when one of the new ones has come twice.
_kestra_remember() {  # CHARACTER ESCAPE
  case $_kestra_new_symbols in *"$1"*) _kestra_is_learning=x; \return 0 ;; esac
  case $_kestra_symbols in *"$1"*) \return 0 ;; esac
  _kestra_symbol_count=$((_kestra_symbol_count + 1))
  _kestra_new_symbols=$_kestra_new_symbols$1 _kestra_new_escapes=$_kestra_new_escapes$1$2\;
}

# Has _kestra_recall know the new characters.
_kestra_learn() {
  _kestra_symbols=$_kestra_symbols$_kestra_new_symbols _kestra_new_symbols=''
  while case $_kestra_new_escapes in '') \break ;; esac; do
    \set -- "${_kestra_new_escapes%%\\*}" "${_kestra_new_escapes%%\;*}"
    _kestra_new_escapes=${_kestra_new_escapes#"$2;"}
    \set -- "$1" "${2#"$1"}"
    case $_kestra_memory in
      array) \eval "_kestra_escape_of['$1']='$2'" ;;
      *)
        _kestra_arms="$_kestra_arms
'$1'*) _kestra_json=\$_kestra_json'$2' _kestra_text=\${_kestra_text#'$1'} ;;"
        ;;
    esac
  done
  _kestra_define_recall
}

# Defines _kestra_recall, which sets _kestra_json to TEXT with the escapes of JSON, if all characters are remembered.
# Otherwise it returns 1.
_kestra_define_recall() {
  case $_kestra_memory in
    array)
      # In a locale with bytes, a character has up to four.
      _kestra_arms="[!\\ -~\$_kestra_lf]*)
        _kestra_chunk=\${_kestra_text:0:1}
        _kestra_chunk=\${_kestra_escape_of[\$_kestra_chunk]-}
        case \$_kestra_chunk in
          ?*) _kestra_text=\${_kestra_text:1} ;;
          *)
            for _kestra_length in 2 3 4; do
              _kestra_chunk=\${_kestra_text:0:\$_kestra_length}
              _kestra_chunk=\${_kestra_escape_of[\$_kestra_chunk]-}
              case \$_kestra_chunk in ?*) _kestra_text=\${_kestra_text:\$_kestra_length}; \\break ;; esac
            done
            case \$_kestra_chunk in '') _kestra_unknown=\$1; \\return 1 ;; esac
            ;;
        esac
        _kestra_json=\$_kestra_json\$_kestra_chunk
        ;;"
      ;;
  esac
  \eval "_kestra_recall() {
    case \${${_kestra_hash}1}:\$1 in
      *:\"\$_kestra_unknown\"|[5-9]??:*|[0-9][0-9][0-9][0-9]*) \\return 1 ;;
    esac
    $_kestra_local _kestra_text _kestra_chunk _kestra_length
    _kestra_json='' _kestra_text=\$1
    while \\:; do
      _kestra_chunk=\${_kestra_text%%\$_kestra_unsafe*}
      _kestra_json=\$_kestra_json\$_kestra_chunk
      $_kestra_skip_chunk
      case \$_kestra_text in
        '') \\break ;;
        $_kestra_arms
        \\\"*) _kestra_json=\$_kestra_json'\\\"' _kestra_text=\${_kestra_text#?} ;;
        \\\\*) _kestra_json=\$_kestra_json'\\\\' _kestra_text=\${_kestra_text#?} ;;
        \"\$_kestra_lf\"*) _kestra_json=\$_kestra_json'\\n' _kestra_text=\${_kestra_text#?} ;;
        *) _kestra_unknown=\$1; \\return 1 ;;
      esac
    done
    case \$_kestra_json in *\"\$_kestra_brace\"*) _kestra_escape_braces ;; esac
  }"
}

# Until a character is remembered.
_kestra_recall() {
  \return 1
}

# Appends _kestra_code_point as \uXXXX, above the BMP as two of them.
_kestra_append_code_point() {
  _kestra_chunk=''
  case $((_kestra_code_point > 65535)) in
    1)
      # D800 minus 40, because 10000 has not been subtracted.
      _kestra_add_hex "$((_kestra_code_point / 1024 + 55232))"
      _kestra_add_hex "$((_kestra_code_point % 1024 + 56320))"
      _kestra_append "$_kestra_chunk" 2
      ;;
    *)
      _kestra_add_hex "$_kestra_code_point"
      _kestra_append "$_kestra_chunk" 1
      ;;
  esac
}

# Appends \uXXXX to _kestra_chunk.
_kestra_add_hex() {  # UNIT
  \set -- "$1" 0 1 2 3 4 5 6 7 8 9 a b c d e f
  \eval "_kestra_chunk=\$_kestra_chunk\\\\u\${$(($1 / 4096 + 2))}\${$(($1 / 256 % 16 + 2))}\${$(($1 / 16 % 16 + 2))}\${$(($1 % 16 + 2))}"
}

# Sets _kestra_byte_value to the value of _kestra_byte: 0 at the end, 256 if it is printable.
_kestra_set_byte_value() {
  case $_kestra_byte in '') _kestra_byte_value=0; \return 0 ;; esac
  _kestra_measure "${_kestra_bytes%%"$_kestra_byte"*}"
  _kestra_byte_value=$((_kestra_length < 31 ? _kestra_length + 1 : _kestra_length + 96))
}

# Sets _kestra_bytes to the bytes 1 to 31 and 127 to 255, with one fork.
_kestra_load_byte_values() {
  _kestra_output=
  for _kestra_high in 00 01 02 03 17 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 37; do
    for _kestra_low in 0 1 2 3 4 5 6 7; do
      case $_kestra_high$_kestra_low in
        000|17[0-6]) ;;
        *) _kestra_output=$_kestra_output${_kestra_print_octal##* }$_kestra_high$_kestra_low ;;
      esac
    done
  done
  \eval "_kestra_bytes=\$(${_kestra_print_octal% *} \"\$_kestra_output\")"
}
