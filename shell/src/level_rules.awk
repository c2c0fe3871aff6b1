# The rules on levels. Written by tools/level_rules.py from conformance/levels.json: change them there.

function read_places(text, is_first,   first) {
  first = substr(text, match(text, /[^ \t]/), 1)
  if (index("(<[|", first)) {
    if (text ~ /^[ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])/ && found_word(text, length_of(match(text, /^[ \t]*[[<|] */)), "", "", "bracketed", 0)) return 1
    if (text ~ /^[ \t]*[(][A-Z]+[)]/ && found_behind(text, "[ \t]*[(]", "[A-Z]+[)]", "upper", "", "bracketed in parentheses", 0)) return 1
    if (text ~ /^[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]/ && found_word(text, length_of(match(text, /^[ \t]*[[][A-Za-z0-9_.]*:/)), "", "", "bracketed behind a module", 0)) return 1
  }
  if (text ~ /^[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )/ && found_word(text, length_of(match(text, /^[ \t:,-]*/)), "upper", "", "upper case", 0)) return 1
  if (index(text, ":")) {
    if (text ~ /^[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:/ && found_behind(text, "[ \t]*([A-Za-z0-9_-]+[.])+", "[A-Z]+:", "upper", "", "behind a channel", 0)) return 1
    if (text ~ /^[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:/ && found_word(text, length_of(match(text, /^[ \t]*[A-Za-z0-9_.-]+:/)), "upper", "", "behind a name", 0)) return 1
  }
  if (is_first && text ~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/ && found_word(text, length_of(match(text, /^[ \t]*/)), "", " trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ", "lower case", 0)) return 1
  if (index("0123456789:", first)) {
    if (is_first && text ~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/ && found_word(text, length_of(match(text, /^[ \t]*[0-9]+ of [0-9]+ /)), "upper", "", "of a step", 0)) return 1
    if (text ~ /^[ \t]*[0-9]+ [[]System[]]/) return found_text("INFO")
    if (match(text, /^: [EF] [^ ]+:[0-9]+[]] */)) return found_head("ERROR")
    if (match(text, /^: W [^ ]+:[0-9]+[]] */)) return found_head("WARN")
    if (match(text, /^: I [^ ]+:[0-9]+[]] */)) return found_head("INFO")
    if (match(text, /^: D [^ ]+:[0-9]+[]] */)) return found_head("DEBUG")
  }
  if (index("LP", first)) {
    if (match(text, /^[ \t]*LOG:  /)) return found_head("INFO")
    if (text ~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return found_text("ERROR")
    if (text ~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return found_text("WARN")
    if (text ~ /^[ \t]*PHP Notice/) return found_text("INFO")
  }
  if (index(text, ":") && text ~ /^[^ ]*:[A-Z]+:  / && found_word(text, length_of(match(text, /^[^ ]*:/)), "upper", " log error fatal warning notice info debug panic ", "behind a prefix", 0)) return 1
  return 0
}

function rules_before_pairs(text,   first) {
  first = substr(text, match(text, /[^ \t]/), 1)
  if (index("(*/0123456789=[", first)) {
    if (text ~ /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ / && found_behind(text, "[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +", "[A-Z]+ ", "upper", " verbose debug log warn error fatal ", "time", 1)) return 1
    if (text ~ /^[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)/ && found_word(text, length_of(match(text, /^[0-9\/]+ [0-9:]+ +/)), "lower", " debug info warn error fatal ", "time", 1)) return 1
    if (text ~ /^ *[[] *[A-Za-z]+ *[]]/ && found_word(text, length_of(match(text, /^ *[[] */)), "", "", "bracketed", 1)) return 1
    if (text ~ /^ *[[][^]]*[]] *[[] *[A-Za-z]+ *[]]/ && found_word(text, length_of(match(text, /^ *[[][^]]*[]] *[[] */)), "", "", "bracketed", 1)) return 1
    if (text ~ /^ *[[][^]]*[]] +[A-Z]+( |:|$)/ && found_word(text, length_of(match(text, /^ *[[][^]]*[]] +/)), "upper", "", "behind a thread", 1)) return 1
    if (text ~ /^=[A-Z]+ REPORT=+/ && found_word(text, length_of(match(text, /^=/)), "upper", "", "Erlang", 1)) return 1
    if (text ~ /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: / && found_behind(text, "([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*", "[A-Za-z]+( [*][*])?: ", "", " error critical warning message info debug ", "GLib", 1)) return 1
  }
  if (text ~ /^([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )/ && found_behind(text, "([A-Za-z0-9_.]+-)+", "[A-Za-z]+( [*][*]: |: [0-9:.]+: )", "", " error critical warning message info debug ", "GLib, a domain", 1)) return 1
  if (index(text, ":")) {
    if (text ~ /^[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]/ && found_word(text, 0, "lower", " trce dbug info warn fail crit ", ".NET", 1)) return 1
    if (text ~ /^(\342\224\214|[[]) [A-Za-z]+: / && found_behind(text, "(\342\224\214|[[]) ", "[A-Za-z]+: ", "", " debug info warning error ", "Julia", 1)) return 1
  }
  if (text ~ /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +/ && found_behind(text, "([[][^]]*[]] \342\200\272 )?[^ -~]+ +", "[a-z]+ +", "lower", " error fatal warn warning info debug note success ", "behind a sign", 1)) return 1
  if (text ~ /^ *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)/ && found_word(text, length_of(match(text, /^ */)), "upper", "", "first in upper case", 1)) return 1
  if (text ~ /^ *[A-Z]+ / && found_word(text, length_of(match(text, /^ */)), "upper", " trace debug info warn warning error fatal critical notice severe config verbose dbg inf wrn err trc ftl ", "first in upper case before a blank", 1)) return 1
  return 0
}

function has_level_pair(text,   width) {
  if (text !~ /(level|lvl|severity|loglevel)="?[A-Za-z]+/) return 0
  if (text ~ /^[A-Za-z0-9_.@-]+=/) return 1
  return (width = time_length(text)) && substr(text, width + 1) ~ /^ +[a-z_]+=/
}

function level_pair(text) {
  if (!match(text, / ((level|lvl|severity|loglevel)="?)[A-Za-z]+/)) return 0
  text = substr(text, RSTART + 1)
  return RSTART + length_of(match(text, /^(level|lvl|severity|loglevel)="?/))
}

function rules_after_pairs(text,   first) {
  first = substr(text, match(text, /[^ \t]/), 1)
  if (index("!#*0123456789:<=[", first)) {
    if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return found_head("DEBUG")
    if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return found_head("INFO")
    if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return found_head("WARN")
    if (match(text, /^<[0-3]>/)) return found_head("ERROR")
    if (match(text, /^[[]E::[^]]*[]] */)) return found_head("ERROR")
    if (match(text, /^<4>/)) return found_head("WARN")
    if (match(text, /^[[]W::[^]]*[]] */)) return found_head("WARN")
    if (match(text, /^<[56]>/)) return found_head("INFO")
    if (match(text, /^[[][MI]::[^]]*[]] */)) return found_head("INFO")
    if (match(text, /^<7>/)) return found_head("DEBUG")
    if (match(text, /^[[]D::[^]]*[]] */)) return found_head("DEBUG")
    if (text ~ /^(=+[0-9]+=+ ?ERROR:|! |[*][*] [(][A-Za-z.]+[)] )/) return found_text("ERROR")
    if (match(text, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return found_head("ERROR")
  }
  if (index("ADEFINW", first)) {
    if (match(text, /^[EF]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)) return found_head("ERROR")
    if (match(text, /^[EF], [[][^]]*[]] +[A-Z]+ -- [^:]*: /)) return found_head("ERROR")
    if (text ~ /^(E|Err|F): /) return found_text("ERROR")
    if (match(text, /^W([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)) return found_head("WARN")
    if (match(text, /^W, [[][^]]*[]] +[A-Z]+ -- [^:]*: /)) return found_head("WARN")
    if (text ~ /^W: /) return found_text("WARN")
    if (match(text, /^I([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)) return found_head("INFO")
    if (match(text, /^[IA], [[][^]]*[]] +[A-Z]+ -- [^:]*: /)) return found_head("INFO")
    if (text ~ /^[NI]: /) return found_text("INFO")
    if (match(text, /^D, [[][^]]*[]] +[A-Z]+ -- [^:]*: /)) return found_head("DEBUG")
  }
  if (index("dfpt", first)) {
    if (text ~ /^debug[1-3]: /) return found_text("DEBUG")
    if (text ~ /^(panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at)/) return found_text("ERROR")
  }
  if (index(text, ":") && text ~ /^( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:/) return found_text("ERROR")
  if (text ~ /^(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] /) return found_text("ERROR")
  if (index("E", first) && text ~ /^Exception in thread /) return found_text("ERROR")
  if (text ~ /^([A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception)/) return found_text("ERROR")
  if (index("CEFIPSU", first) && text ~ /^(Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |PHP (Fatal|Parse|Recoverable|Core)|(Fatal|Parse|Catchable fatal|System|Unrecoverable) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|CMake Error|ERR! |I\/O error: |Error[,:] |Errors?:$|Error (during|opening|reading|writing|while) )/) return found_text("ERROR")
  if (index("n", first) && match(text, /^npm (ERR!|error) */)) return found_head("ERROR")
  if (index(text, ":") && text ~ /^[a-z0-9_-]+ (error|fatal): /) return found_text("ERROR")
  if (index(text, " @ error/") && text ~ / @ error\/[A-Za-z0-9_.-]+\//) return found_text("ERROR")
  if (index(text, ":") && text ~ /^[0-9A-F]+:error:/) return found_text("ERROR")
  if (index("EFS", first)) {
    if (text ~ /^(ERROR!|Fatal Python error)/) return found_text("ERROR")
    if (match(text, /^SLF4J[(]E[)]: */)) return found_head("ERROR")
  }
  if (index("l", first) && match(text, /^log4j:ERROR */)) return found_head("ERROR")
  if (index(text, ":") && text ~ /^[^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$/) return found_text("ERROR")
  if (index("egn", first)) {
    if (text ~ /^(escript: exception|goroutine [0-9]+ [[])/) return found_text("ERROR")
    if (match(text, /^npm (WARN|warn) */)) return found_head("WARN")
  }
  if (index("CDPSW", first)) {
    if (text ~ /^System[.][A-Za-z.]*Exception: /) return found_text("ERROR")
    if (text ~ /^(WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|(Deprecated|Strict Standards): )/) return found_text("WARN")
  }
  if (index(text, ":") && text ~ /^[^ ]*:[0-9]+: [A-Za-z]*Warning: /) return found_text("WARN")
  if (index("ITW", first) && text ~ /^((In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|There were [0-9]+ warnings)/) return found_text("WARN")
  if (index(text, ":") && text ~ /^[A-Za-z.]*Warning: /) return found_text("WARN")
  if (index("CLPS", first)) {
    if (text ~ /^(LaTeX( [A-Za-z]+)? Warning: |(Package|Class) [^ ]+ Warning: )/) return found_text("WARN")
    if (match(text, /^SLF4J[(]W[)]: */)) return found_head("WARN")
  }
  if (index("l", first) && match(text, /^log4j:WARN */)) return found_head("WARN")
  if (index(text, " @ warning/") && text ~ / @ warning\//) return found_text("WARN")
  if (index("#(:=>[", first)) {
    if (match(text, /^(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)/)) return found_head("WARN")
    if (text ~ /^([(]node:[0-9]+[)] |[(]Use `node --trace)/) return found_text("WARN")
    if (match(text, /^::notice( [^:]*(:[^:]+)*)?::/)) return found_head("INFO")
    if (match(text, /^(##[[]debug[]]|::debug( [^:]*)?::)/)) return found_head("DEBUG")
    if (text ~ /^(> Task .* FAILED$|== Compilation error in file )/) return found_text("ERROR")
    if (match(text, /^[[]DEPRECATION WARNING[]]: /)) return found_head("WARN")
  }
  if (index("LPSW", first)) {
    if (text ~ /^(Lua warning: |Warning in )/) return found_text("WARN")
    if (text ~ /^PHP Notice/) return found_text("INFO")
    if (match(text, /^SLF4J[(]I[)]: */)) return found_head("INFO")
    if (match(text, /^SLF4J[(]D[)]: */)) return found_head("DEBUG")
  }
  if (index(text, ":") && text ~ /^\t?[a-z0-9_-]+ warning: /) return found_text("WARN")
  if (index("efhilnstvw", first)) {
    if (match(text, /^npm (notice|info) */)) return found_head("INFO")
    if (text ~ /^(info|notice) ([a-z]+ )?[a-z]/) return found_text("INFO")
    if (match(text, /^npm (http|verb) */)) return found_head("DEBUG")
    if (match(text, /^log4j:DEBUG */)) return found_head("DEBUG")
    if (text ~ /^(verb|http) [a-z]+ /) return found_text("DEBUG")
    if (text ~ /^(npm )?sill [a-z]+ /) return found_text("TRACE")
    if (text ~ /^(error [A-Z"]|e: [^ ]+[.]kts?:)/) return found_text("ERROR")
    if (text ~ /^(w: ([^ ]+\/)?[^ ]+[.]kts?:|warning ([A-Z"]|[^ ]+[.>@][^ ]*: ))/) return found_text("WARN")
    if (text ~ /^info [A-Z"]/) return found_text("INFO")
    if (match(text, /^hint: /)) return found_head("INFO")
    if (match(text, /^(trace|silly): /)) return found_head("TRACE")
    if (text ~ /^failed: [[][^]]*[]] /) return found_text("ERROR")
  }
  if (text ~ /^(docker: )?Error (response )?from /) return found_text("ERROR")
  if (index("DE", first)) {
    if (text ~ /^(Error [a-z]+ing | *ERR_[A-Z_]+  )/) return found_text("ERROR")
    if (text ~ /^DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: /) return found_text("WARN")
  }
  if (index(text, ":")) {
    if (text ~ /^[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: / && found_word(text, 0, "", " verbose verb debug dbg info information notice note warn warning caution error err fatal critical crit severe panic alert emerg emergency ", "first, before a colon", 0)) return 1
    if (text ~ /^([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: / && found_behind(text, "([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?", "[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: ", "", " trace trc trac finest silly trce debug dbg dbug debg deb verbose verb vrb fine finer debugging info inf information informational notice note config infos warn warning wrn caution warnings warnung avertissement advertencia error err severe critical crit crt fatal ftl fata alert alrt emerg emergency panic pnc dpanic eror erro fehler errors ", "behind a place", 0)) return 1
    if (text ~ /^[^ ]+: LOG:  /) return found_text("INFO")
    if (text ~ /^[^ ]+: [[][A-Za-z]+[]]/ && found_word(text, length_of(match(text, /^[^ ]+: [[]/)), "", "", "behind a program", 0)) return 1
    if (text ~ /^[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: / && found_word(text, length_of(match(text, /^[^ ]+:[0-9]+ - /)), "lower", " error warning info ", "behind a place and a dash", 0)) return 1
  }
  if (index("h", first) && match(text, /^http: +/)) return found_head("DEBUG")
  return 0
}

function time_length(text) {
  if (match(text, /^([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])[ T_:]+[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?/)) return length_of(1)
  if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?/)) return length_of(1)
  if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) return length_of(1)
  if (match(text, /^[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?/)) return length_of(1)
  if (match(text, /^[0-9][0-9]?:[0-9][0-9][AP]M/)) return length_of(1)
  if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?/)) return length_of(1)
  if (match(text, /^[0-9][.][0-9]+e[+][0-9]+/)) return length_of(1)
  return 0
}

function timed_length(text,   start, width) {
  start = length_of(match(text, /^ *[[(<]? ?/))
  width = time_length(substr(text, start + 1))
  return width ? start + width + (substr(text, start + width + 1, 1) ~ /^[])>,;]/) : 0
}

function message_head_of_pairs(text,   width) {
  if (!(width = time_length(text)) || substr(text, width + 1, 1) != " ") return 0
  return width + length_of(match(substr(text, width + 1), /^ +/))
}

function elapsed_length(text) {
  if (match(text, /^[0-9]+ [[]/)) return length_of(1)
  return 0
}

function token_length(text) {
  if (match(text, /^[ \t]*[[][^]]*[]]:?/)) return length_of(1)
  if (match(text, /^[ \t]*[(][^)]*[)]:?/)) return length_of(1)
  if (match(text, /^[ \t]*[{][{]?[^{}]*[}]+/)) return length_of(1)
  if (match(text, /^[ \t]*<[^>]*>/)) return length_of(1)
  if (match(text, /^[ \t]*[0-9][0-9.]*s?:/)) return length_of(1)
  if (match(text, /^[ \t]*[0-9][0-9.]*s? /)) return length_of(1)
  if (match(text, /^[ \t]*0x[0-9a-f]+/)) return length_of(1)
  if (match(text, /^[ \t]*-+/)) return length_of(1)
  if (match(text, /^[ \t]*[|]/)) return length_of(1)
  if (match(text, /^[ \t]*#[0-9]+/)) return length_of(1)
  if (match(text, /^[ \t]*[A-Za-z0-9_.$\/@-]+[[][0-9]*[]]:?/)) return length_of(1)
  if (match(text, /^[ \t]*[A-Za-z0-9_.$\/@:-]+ [-|]/)) return length_of(1)
  if (match(text, /^[ \t]*main /)) return length_of(1)
  if (match(text, /^[ \t]*[A-Za-z0-9_.\/-]+[.][A-Za-z]+:[0-9]+ /)) return length_of(1)
  if (match(text, /^[ \t]*[A-Za-z0-9_-]+[.][A-Za-z0-9_.$-]+:? /)) return length_of(1)
  if (match(text, /^[ \t]*[^ \t]+@[^ \t]+/)) return length_of(1)
  if (match(text, /^[ \t]*[A-Za-z0-9_-]+ [A-Za-z0-9_.-]+[[][0-9]+[]]:?/)) return length_of(1)
  return 0
}

function block_head(text) {
  if (text ~ /^(( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(]most recent call last[)] )/) return "python"
  if (text ~ /^(panic: |fatal error: |goroutine [0-9]+ [[])/) return "go"
  if (text ~ /^((\/|file:\/|node:|[A-Za-z]:[\\])[^ ]*|[^ ]+[.][cm]?[jt]sx?):[0-9]+$/) return "node_place"
  if (text ~ /^thread \047.*panicked at/) return "rust"
  if (text ~ /^((In addition: )?Warning messages?:|Error in .*: *$|Error: *$|Error in )/) return "r"
  if (text ~ /^Unhandled .* in thread/) return "lisp"
  if (text ~ /^([^ ]+ [0-9]+, [0-9]+ [0-9:]+ [^ ]+ [^ ]+ [^ ]+$|[0-9-]+ [0-9:]+ [[][^]]*[]] [^ ]+$|[0-9.\/ -]+[ ,]+[0-9:]+ [^ ]+ [^ ]+$)/) return "next_line_s_level"
  if (text ~ /^(Exception in thread|PHP (Fatal|Warn)|Fatal error)/ || text ~ /(Exception|Error)(: |$)/) return "exception"
  if (text ~ /^\342\225\267$/) return "box"
  if (text ~ /^stack traceback:$/) return "lua"
  if (text ~ /^[[](ERROR|WARNING|DEPRECATION WARNING)[]]: /) return "ansible"
  return ""
}

function event_continues(text) {
  return text ~ /^(Caused by: |Caused by:$|Suppressed: |[.][.][.] [0-9]+ (more|common)|[])}]+[,;]?$|#[0-9]+ |(psql:[^ ]+: )?((DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): |LINE [0-9]+:)|[0-9]+ *[|]|([|]|\342\224\202|\342\224\203|\342\225\260|\342\224\234|\342\225\255|\342\225\265)|note: run with|= (note|help)|stack backtrace:|Stack trace|Backtrace|Call Stack|Location:|Node[.]js v|Execution halted|Calls: |CallStack|--- End|Run with RUST_BACKTRACE|==[0-9]+==|Next [A-Za-z]|  thrown in|[*][*][*]|Function: |For more information|Usage: |compilation terminated[.])/
}

function event_caret(text) {
  return text ~ /^[ \t]*[~^]+[ \t~^]*$/
}

function event_python_last(text) {
  return text ~ /^([A-Za-z_][A-Za-z0-9_.]*(:|$)|[+]-)/
}

function event_python_box(text) {
  return text ~ /^(\342\224\202|\342\225\255|\342\225\260|[|]|[+]-)/
}

function event_python_again(text) {
  return text ~ /^(During handling of the above|The above exception was)/
}

function event_go(text) {
  return text ~ /^([ \t]|goroutine |[[]signal|created by |exit status|[^ ]+[(].*[)]$|[.][.][.]|r[0-9a-z]+ +0x|panic|runtime|FAIL|main[.])/
}

function event_rust(text) {
  return text ~ /^( +[0-9]+: | +at |note: |stack backtrace)/
}

function event_r(text) {
  return text ~ /^([0-9]+: |In |Execution halted|Calls:)/
}

function event_postgres(text) {
  return text ~ /^([^ ]+: )?(ERROR|WARNING|NOTICE|INFO|LOG|FATAL|DEBUG|PANIC):  /
}

function event_exception(text) {
  return text ~ /^([a-z][A-Za-z0-9_.]*(Exception|Error)|[A-Za-z]*Error: |[*][*] [(])/
}

function event_apart(text) {
  return text ~ /^ +(Compiling|Finished|Running|Checking|Downloading|Downloaded|Updating|Fresh|Building|Installing|Installed|Doc-tests|Documenting|Blocking|Locking|Locked|Adding|Removing|Packaging|Packaged|Verifying|Uploading|Replacing|Dirty|Executable|Compiled|adding:|inflating:|updating:) /
}

function event_qualified_exception(text) {
  return text ~ /^[a-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.][A-Za-z0-9_$]*(Exception|Error)(: |$)/
}

function event_ansible_apart(text) {
  return text ~ /^(PLAY|TASK|RUNNING HANDLER|[.][.][.]ignoring|[a-z]+: [[])/
}

function message_close(text) {
  if (match(text, /^([+-][0-9]+)?[0-9]?( *[])>}]|\/[^] ]*[]]|[(][^)]*[)]|[[][A-Za-z0-9_.:-]+[]])*:?/)) return length_of(1)
  return 0
}

function message_separator(text) {
  if (match(text, /^[ \t]+([-|:,]+[ \t]+)?/)) return length_of(1)
  if (match(text, /^[-|:,]+[ \t]+/)) return length_of(1)
  if (match(text, /^[|]/)) return length_of(1)
  return 0
}

function message_thread(text) {
  if (match(text, /^[[] *([A-Za-z][^]]*|[0-9]+)[]]:?/)) return length_of(1)
  if (match(text, /^[(][0-9]+[)]/)) return length_of(1)
  if (match(text, /^[0-9]+ +---/)) return length_of(1)
  if (match(text, /^[0-9]+#[0-9]+:( [*][0-9]+)?/)) return length_of(1)
  if (match(text, /^[{][A-Za-z][^}]*[}]/)) return length_of(1)
  return 0
}

function message_name(text) {
  if (match(text, /^[A-Za-z_][A-Za-z0-9_.$\/:<>-]* +(-+|:|[|]) /)) return length_of(1)
  if (match(text, /^[A-Za-z_][A-Za-z0-9_.$\/-]*(::[A-Za-z0-9_]+)*(:[0-9]+)?: /)) return length_of(1)
  if (match(text, /^[A-Za-z_][A-Za-z0-9_.:]*[]] /)) return length_of(1)
  return 0
}

function message_qualified_name(text) {
  if (match(text, /^[A-Za-z_][A-Za-z0-9_$]*([.][A-Za-z0-9_$]+)+ +(-+|:|[|]) /)) return length_of(1)
  if (match(text, /^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z0-9_]+)+: /)) return length_of(1)
  return 0
}

function message_basic_name(text) {
  if (match(text, /^[A-Za-z_][A-Za-z0-9_.]*:/)) return length_of(1)
  return 0
}

function message_pair(text) {
  if (match(text, /^[A-Za-z0-9_.@-]+="([^"\\]|\\.)*"/)) return length_of(1)
  if (match(text, /^[A-Za-z0-9_.@-]+=[^ ]*/)) return length_of(1)
  return 0
}

BEGIN {
  words_of_level("TRACE", "trace trc trac finest silly trce")
  words_of_level("DEBUG", "debug dbg dbug debg deb verbose verb vrb fine finer http debugging")
  words_of_level("INFO", "info inf information informational notice note config success succ message infos msg log")
  words_of_level("WARN", "warn warning wrn caution warnings warnung avertissement advertencia")
  words_of_level("ERROR", "error err severe critical crit crt fatal ftl fata alert alrt emerg emergency panic pnc dpanic eror erro failure fail failed fehler errors")
  translated["\346\234\200\343\202\202\350\251\263\347\264\260"] = "TRACE"
  translated["LE PLUS PR\303\211CIS"] = "TRACE"
  translated["AM FEINSTEN"] = "TRACE"
  translated["\350\251\263\347\264\260"] = "DEBUG"
  translated["\346\231\256\351\200\232"] = "DEBUG"
  translated["PLUS PR\303\211CIS"] = "DEBUG"
  translated["PR\303\211CIS"] = "DEBUG"
  translated["FEIN"] = "DEBUG"
  translated["FEINER"] = "DEBUG"
  translated["\346\247\213\346\210\220"] = "INFO"
  translated["\346\203\205\345\240\261"] = "INFO"
  translated["INFOS"] = "INFO"
  translated["INFORMATION"] = "INFO"
  translated["KONFIGURATION"] = "INFO"
  translated["INFORMACI\303\223N"] = "INFO"
  translated["\344\277\241\346\201\257"] = "INFO"
  translated["\350\255\246\345\221\212"] = "WARN"
  translated["AVERTISSEMENT"] = "WARN"
  translated["WARNUNG"] = "WARN"
  translated["ADVERTENCIA"] = "WARN"
  translated["\351\207\215\345\244\247"] = "ERROR"
  translated["\344\270\245\351\207\215"] = "ERROR"
  translated["GRAVE"] = "ERROR"
  translated["SCHWERWIEGEND"] = "ERROR"
  words_in_order("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel", json_levels)
  words_in_order("log/level info/level @fields/level record/level/name _meta/logLevelName", json_nested_levels)
  words_in_order("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0", json_messages)
  words_in_order("fields/message info/msg data/msg record/message", json_nested_messages)
  words_of("time timestamp @timestamp ts datetime date asctime @t timeMillis timeUnixNano pid process process_id hostname host host.name Timestamp Time t _meta _logMeta levelId nativeError", json_left_out)
  words_of("stack stacktrace stack_trace exception exc_info traceback error.stack_trace error.stack stackTrace", json_stacks)
  words_of("logger logger_name loggerName name channel @logger category", json_loggers)
  words_of("severityNumber severity_number", json_counted_from__)
  words_of("short_message host timestamp time _time ts @timestamp", json_beside_numbers_of_syslog)
  words_of("time timestamp pid hostname v msg message", json_beside_numbers_of_pino)
  words_in_order("s ctx", json_letters)
  words_of("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel", json_is_level)
  words_of("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0", json_is_message)
}
