# shellcheck shell=sh disable=SC2016,SC2034
# SPDX-License-Identifier: Apache-2.0
#
# kestra-levels.sh - what --levels of kestra.sh needs: the rules on the levels that programs print
#
# Built from shell/src by shell/build.py: edit there.
_kestra_levels_awk='
function read_places(text, is_first,   start) {
if (!(text ~ /^([ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])|[ \t]*[(][A-Z]+[)]|[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]|[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )|[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:|[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:|[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)|[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)|[ \t]*LOG:  |[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)|[ \t]*PHP (Warning|Deprecated|Strict)|[ \t]*PHP Notice|[ \t]*[0-9]+ [[]System[]]|: [EF] [^ ]+:[0-9]+[]] *|: W [^ ]+:[0-9]+[]] *|: I [^ ]+:[0-9]+[]] *|: D [^ ]+:[0-9]+[]] *|[^ ]*:[A-Z]+:  )/)) return 0
if (text ~ /^[ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])/) if (found_word(text, length_of(match(text, /^[ \t]*[[<|] */)), "", "", "bracketed", 0)) return 1
if (text ~ /^[ \t]*[(][A-Z]+[)]/) {
for (start = length_of(match(text, /^[ \t]*[(]/)); start > 0 && !(substr(text, 1, start) ~ /^([ \t]*[(])$/ && substr(text, start + 1) ~ /^[A-Z]+[)]/); start--) continue
if (found_word(text, start, "upper", "", "bracketed in parentheses", 0)) return 1
}
if (text ~ /^[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]/) if (found_word(text, length_of(match(text, /^[ \t]*[[][A-Za-z0-9_.]*:/)), "", "", "bracketed behind a module", 0)) return 1
if (text ~ /^[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )/) if (found_word(text, length_of(match(text, /^[ \t:,-]*/)), "upper", "", "upper case", 0)) return 1
if (text ~ /^[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:/) {
for (start = length_of(match(text, /^[ \t]*([A-Za-z0-9_-]+[.])+/)); start > 0 && !(substr(text, 1, start) ~ /^([ \t]*([A-Za-z0-9_-]+[.])+)$/ && substr(text, start + 1) ~ /^[A-Z]+:/); start--) continue
if (found_word(text, start, "upper", "", "behind a channel", 0)) return 1
}
if (text ~ /^[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:/) if (found_word(text, length_of(match(text, /^[ \t]*[A-Za-z0-9_.-]+:/)), "upper", "", "behind a name", 0)) return 1
if (is_first && text ~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/) if (found_word(text, length_of(match(text, /^[ \t]*/)), "", " trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ", "lower case", 0)) return 1
if (is_first && text ~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/) if (found_word(text, length_of(match(text, /^[ \t]*[0-9]+ of [0-9]+ /)), "upper", "", "of a step", 0)) return 1
if (match(text, /^[ \t]*LOG:  /)) return found("INFO", "text", 0, RLENGTH, 0)
if (text ~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return found("ERROR", "text", 0, 0, 0)
if (text ~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return found("WARN", "text", 0, 0, 0)
if (text ~ /^[ \t]*PHP Notice/) return found("INFO", "text", 0, 0, 0)
if (text ~ /^[ \t]*[0-9]+ [[]System[]]/) return found("INFO", "text", 0, 0, 0)
if (match(text, /^: [EF] [^ ]+:[0-9]+[]] */)) return found("ERROR", "text", 0, RLENGTH, 0)
if (match(text, /^: W [^ ]+:[0-9]+[]] */)) return found("WARN", "text", 0, RLENGTH, 0)
if (match(text, /^: I [^ ]+:[0-9]+[]] */)) return found("INFO", "text", 0, RLENGTH, 0)
if (match(text, /^: D [^ ]+:[0-9]+[]] */)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (text ~ /^[^ ]*:[A-Z]+:  /) if (found_word(text, length_of(match(text, /^[^ ]*:/)), "upper", " log error fatal warning notice info debug panic ", "behind a prefix", 0)) return 1
return 0
}
function rules_before_pairs(text,   start) {
if (!(text ~ /^([[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ |[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)| *[[] *[A-Za-z]+ *[]]| *[[][^]]*[]] *[[] *[A-Za-z]+ *[]]| *[[][^]]*[]] +[A-Z]+( |:|$)|=[A-Z]+ REPORT=+|([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )|([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: |[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]|(\342\224\214|[[]) [A-Za-z]+: |([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +| *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)| *[A-Z]+ )/)) return 0
if (text ~ /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ /) {
for (start = length_of(match(text, /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +/)); start > 0 && !(substr(text, 1, start) ~ /^([[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +)$/ && substr(text, start + 1) ~ /^[A-Z]+ /); start--) continue
if (found_word(text, start, "upper", " verbose debug log warn error fatal ", "time", 1)) return 1
}
if (text ~ /^[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)/) if (found_word(text, length_of(match(text, /^[0-9\/]+ [0-9:]+ +/)), "lower", " debug info warn error fatal ", "time", 1)) return 1
if (text ~ /^ *[[] *[A-Za-z]+ *[]]/) if (found_word(text, length_of(match(text, /^ *[[] */)), "", "", "bracketed", 1)) return 1
if (text ~ /^ *[[][^]]*[]] *[[] *[A-Za-z]+ *[]]/) if (found_word(text, length_of(match(text, /^ *[[][^]]*[]] *[[] */)), "", "", "bracketed", 1)) return 1
if (text ~ /^ *[[][^]]*[]] +[A-Z]+( |:|$)/) if (found_word(text, length_of(match(text, /^ *[[][^]]*[]] +/)), "upper", "", "behind a thread", 1)) return 1
if (text ~ /^=[A-Z]+ REPORT=+/) if (found_word(text, length_of(match(text, /^=/)), "upper", "", "Erlang", 1)) return 1
if (text ~ /^([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )/) {
for (start = length_of(match(text, /^([A-Za-z0-9_.]+-)+/)); start > 0 && !(substr(text, 1, start) ~ /^(([A-Za-z0-9_.]+-)+)$/ && substr(text, start + 1) ~ /^[A-Za-z]+( [*][*]: |: [0-9:.]+: )/); start--) continue
if (found_word(text, start, "", " error critical warning message info debug ", "GLib, a domain", 1)) return 1
}
if (text ~ /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: /) {
for (start = length_of(match(text, /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*/)); start > 0 && !(substr(text, 1, start) ~ /^(([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*)$/ && substr(text, start + 1) ~ /^[A-Za-z]+( [*][*])?: /); start--) continue
if (found_word(text, start, "", " error critical warning message info debug ", "GLib", 1)) return 1
}
if (text ~ /^[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]/) if (found_word(text, 0, "lower", " trce dbug info warn fail crit ", ".NET", 1)) return 1
if (text ~ /^(\342\224\214|[[]) [A-Za-z]+: /) {
for (start = length_of(match(text, /^(\342\224\214|[[]) /)); start > 0 && !(substr(text, 1, start) ~ /^((\342\224\214|[[]) )$/ && substr(text, start + 1) ~ /^[A-Za-z]+: /); start--) continue
if (found_word(text, start, "", " debug info warning error ", "Julia", 1)) return 1
}
if (text ~ /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +/) {
for (start = length_of(match(text, /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +/)); start > 0 && !(substr(text, 1, start) ~ /^(([[][^]]*[]] \342\200\272 )?[^ -~]+ +)$/ && substr(text, start + 1) ~ /^[a-z]+ +/); start--) continue
if (found_word(text, start, "lower", " error fatal warn warning info debug note success ", "behind a sign", 1)) return 1
}
if (text ~ /^ *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)/) if (found_word(text, length_of(match(text, /^ */)), "upper", "", "first in upper case", 1)) return 1
if (text ~ /^ *[A-Z]+ /) if (found_word(text, length_of(match(text, /^ */)), "upper", " trace debug info warn warning error fatal critical notice severe config verbose dbg inf wrn err trc ftl ", "first in upper case before a blank", 1)) return 1
return 0
}
function has_level_pair(text) {
return text ~ /(level|lvl|severity|loglevel)="?[A-Za-z]+/ && text ~ /^([A-Za-z0-9_.@-]+=|(([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])[ T_:]+[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?|[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]|[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?|[0-9][0-9]?:[0-9][0-9][AP]M|[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?|[0-9][.][0-9]+e[+][0-9]+) +[a-z_]+=)/
}
function level_pair(text) {
if (!match(text, / ((level|lvl|severity|loglevel)="?)[A-Za-z]+/)) return 0
text = substr(text, RSTART + 1)
return RSTART + length_of(match(text, /^(level|lvl|severity|loglevel)="?/))
}
function rules_after_pairs(text,   start) {
if (!(index(" CM DE ER Er Ex Fa La Lu PH SL Sy Th Un WA Wa de er es fa go hi ht in lo np pa th wa ", " " substr(text, 1, 2)) && text ~ /^(debug[1-3]: |Exception in thread |panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at|Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |PHP (Fatal|Parse|Recoverable|Core)|CMake Error|npm (ERR!|error) *|ERR! |Error[,:] |Errors?:$|Error (during|opening|reading|writing|while) |ERROR!|Fatal Python error|log4j:ERROR *|SLF4J[(]E[)]: *|escript: exception|goroutine [0-9]+ [[]|System[.][A-Za-z.]*Exception: |npm (WARN|warn) *|WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|There were [0-9]+ warnings|LaTeX( [A-Za-z]+)? Warning: |SLF4J[(]W[)]: *|log4j:WARN *|Lua warning: |Warning in |PHP Notice|npm (notice|info) *|SLF4J[(]I[)]: *|npm (http|verb) *|log4j:DEBUG *|SLF4J[(]D[)]: *|Error [a-z]+ing |error [A-Z"]|warning ([A-Z"]|[^ ]+[.>@][^ ]*: )|DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: |info [A-Z"]|hint: |failed: [[][^]]*[]] |http: +)/ || index(text, ":") && text ~ /^([0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] |[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] |[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # |[EF], [[][^]]*[]] +[A-Z]+ -- [^:]*: |[[]E::[^]]*[]] *|(E|Err|F): |W, [[][^]]*[]] +[A-Z]+ -- [^:]*: |[[]W::[^]]*[]] *|W: |[IA], [[][^]]*[]] +[A-Z]+ -- [^:]*: |[[][MI]::[^]]*[]] *|[NI]: |D, [[][^]]*[]] +[A-Z]+ -- [^:]*: |[[]D::[^]]*[]] *|( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:|=+[0-9]+=+ ?ERROR:|(Fatal|Parse|Catchable fatal|System|Unrecoverable) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|[a-z0-9_-]+ (error|fatal): |I\/O error: |[0-9A-F]+:error:|[^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$|(Deprecated|Strict Standards): |[^ ]*:[0-9]+: [A-Za-z]*Warning: |(In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|[A-Za-z.]*Warning: |(Package|Class) [^ ]+ Warning: |[(]node:[0-9]+[)] |\t?[a-z0-9_-]+ warning: |::notice( [^:]*(:[^:]+)*)?::|e: [^ ]+[.]kts?:|w: ([^ ]+\/)?[^ ]+[.]kts?:|(trace|silly): |[[]DEPRECATION WARNING[]]: |[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: |([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: |[^ ]+: LOG:  |[^ ]+: [[][A-Za-z]+[]]|[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: )/ || text ~ /^([EF]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] *|<[0-3]>|W([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] *|<4>|I([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] *|<[56]>|<7>|[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception|! |[*][*] [(][A-Za-z.]+[)] |(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)|(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)|[(]Use `node --trace|(info|notice) ([a-z]+ )?[a-z]|(##[[]debug[]]|::debug( [^:]*)?::)|(verb|http) [a-z]+ |(npm )?sill [a-z]+ |(docker: )?Error (response )?from | *ERR_[A-Z_]+  |> Task .* FAILED$|== Compilation error in file )/ || index(text, " @ error/") && text ~ / @ error\/[A-Za-z0-9_.-]+\// || index(text, " @ warning/") && text ~ / @ warning\//)) return 0
if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return found("INFO", "text", 0, RLENGTH, 0)
if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return found("WARN", "text", 0, RLENGTH, 0)
if (match(text, /^[EF]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)) return found("ERROR", "text", 0, RLENGTH, 0)
if (match(text, /^[EF], [[][^]]*[]] +[A-Z]+ -- [^:]*: /)) return found("ERROR", "text", 0, RLENGTH, 0)
if (match(text, /^<[0-3]>/)) return found("ERROR", "text", 0, RLENGTH, 0)
if (match(text, /^[[]E::[^]]*[]] */)) return found("ERROR", "text", 0, RLENGTH, 0)
if (text ~ /^(E|Err|F): /) return found("ERROR", "text", 0, 0, 0)
if (match(text, /^W([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)) return found("WARN", "text", 0, RLENGTH, 0)
if (match(text, /^W, [[][^]]*[]] +[A-Z]+ -- [^:]*: /)) return found("WARN", "text", 0, RLENGTH, 0)
if (match(text, /^<4>/)) return found("WARN", "text", 0, RLENGTH, 0)
if (match(text, /^[[]W::[^]]*[]] */)) return found("WARN", "text", 0, RLENGTH, 0)
if (text ~ /^W: /) return found("WARN", "text", 0, 0, 0)
if (match(text, /^I([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */)) return found("INFO", "text", 0, RLENGTH, 0)
if (match(text, /^[IA], [[][^]]*[]] +[A-Z]+ -- [^:]*: /)) return found("INFO", "text", 0, RLENGTH, 0)
if (match(text, /^<[56]>/)) return found("INFO", "text", 0, RLENGTH, 0)
if (match(text, /^[[][MI]::[^]]*[]] */)) return found("INFO", "text", 0, RLENGTH, 0)
if (text ~ /^[NI]: /) return found("INFO", "text", 0, 0, 0)
if (match(text, /^D, [[][^]]*[]] +[A-Z]+ -- [^:]*: /)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (match(text, /^<7>/)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (match(text, /^[[]D::[^]]*[]] */)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (text ~ /^debug[1-3]: /) return found("DEBUG", "text", 0, 0, 0)
if (text ~ /^(( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:|Exception in thread |panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at|[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception|Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |=+[0-9]+=+ ?ERROR:|PHP (Fatal|Parse|Recoverable|Core)|(Fatal|Parse|Catchable fatal|System|Unrecoverable) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|! |[*][*] [(][A-Za-z.]+[)] |CMake Error)/) return found("ERROR", "text", 0, 0, 0)
if (match(text, /^npm (ERR!|error) */)) return found("ERROR", "text", 0, RLENGTH, 0)
if (text ~ /^(ERR! |[a-z0-9_-]+ (error|fatal): |I\/O error: |Error[,:] |Errors?:$|Error (during|opening|reading|writing|while) )/) return found("ERROR", "text", 0, 0, 0)
if (match(text, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return found("ERROR", "text", 0, RLENGTH, 0)
if (text ~ /^([0-9A-F]+:error:|ERROR!|Fatal Python error)/ || index(text, " @ error/") && text ~ / @ error\/[A-Za-z0-9_.-]+\//) return found("ERROR", "text", 0, 0, 0)
if (match(text, /^log4j:ERROR */)) return found("ERROR", "text", 0, RLENGTH, 0)
if (match(text, /^SLF4J[(]E[)]: */)) return found("ERROR", "text", 0, RLENGTH, 0)
if (text ~ /^([^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$|escript: exception|goroutine [0-9]+ [[]|System[.][A-Za-z.]*Exception: )/) return found("ERROR", "text", 0, 0, 0)
if (match(text, /^npm (WARN|warn) */)) return found("WARN", "text", 0, RLENGTH, 0)
if (text ~ /^(WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|(Deprecated|Strict Standards): |[^ ]*:[0-9]+: [A-Za-z]*Warning: |(In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|There were [0-9]+ warnings|[A-Za-z.]*Warning: |LaTeX( [A-Za-z]+)? Warning: |(Package|Class) [^ ]+ Warning: )/) return found("WARN", "text", 0, 0, 0)
if (match(text, /^SLF4J[(]W[)]: */)) return found("WARN", "text", 0, RLENGTH, 0)
if (match(text, /^log4j:WARN */)) return found("WARN", "text", 0, RLENGTH, 0)
if (index(text, " @ warning/") && text ~ / @ warning\//) return found("WARN", "text", 0, 0, 0)
if (match(text, /^(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)/)) return found("WARN", "text", 0, RLENGTH, 0)
if (text ~ /^([(]node:[0-9]+[)] |[(]Use `node --trace|Lua warning: |Warning in |\t?[a-z0-9_-]+ warning: )/) return found("WARN", "text", 0, 0, 0)
if (text ~ /^PHP Notice/) return found("INFO", "text", 0, 0, 0)
if (match(text, /^npm (notice|info) */)) return found("INFO", "text", 0, RLENGTH, 0)
if (match(text, /^::notice( [^:]*(:[^:]+)*)?::/)) return found("INFO", "text", 0, RLENGTH, 0)
if (match(text, /^SLF4J[(]I[)]: */)) return found("INFO", "text", 0, RLENGTH, 0)
if (text ~ /^(info|notice) ([a-z]+ )?[a-z]/) return found("INFO", "text", 0, 0, 0)
if (match(text, /^npm (http|verb) */)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (match(text, /^(##[[]debug[]]|::debug( [^:]*)?::)/)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (match(text, /^log4j:DEBUG */)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (match(text, /^SLF4J[(]D[)]: */)) return found("DEBUG", "text", 0, RLENGTH, 0)
if (text ~ /^(verb|http) [a-z]+ /) return found("DEBUG", "text", 0, 0, 0)
if (text ~ /^(npm )?sill [a-z]+ /) return found("TRACE", "text", 0, 0, 0)
if (text ~ /^((docker: )?Error (response )?from |Error [a-z]+ing |error [A-Z"]| *ERR_[A-Z_]+  |e: [^ ]+[.]kts?:|> Task .* FAILED$|== Compilation error in file )/) return found("ERROR", "text", 0, 0, 0)
if (text ~ /^(w: ([^ ]+\/)?[^ ]+[.]kts?:|warning ([A-Z"]|[^ ]+[.>@][^ ]*: )|DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: )/) return found("WARN", "text", 0, 0, 0)
if (text ~ /^info [A-Z"]/) return found("INFO", "text", 0, 0, 0)
if (match(text, /^hint: /)) return found("INFO", "text", 0, RLENGTH, 0)
if (match(text, /^(trace|silly): /)) return found("TRACE", "text", 0, RLENGTH, 0)
if (match(text, /^[[]DEPRECATION WARNING[]]: /)) return found("WARN", "text", 0, RLENGTH, 0)
if (text ~ /^failed: [[][^]]*[]] /) return found("ERROR", "text", 0, 0, 0)
if (text ~ /^[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: /) if (found_word(text, 0, "", " verbose verb debug dbg info information notice note warn warning caution error err fatal critical crit severe panic alert emerg emergency ", "first, before a colon", 0)) return 1
if (text ~ /^([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: /) {
for (start = length_of(match(text, /^([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?/)); start > 0 && !(substr(text, 1, start) ~ /^(([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+): +(fatal |internal |syntax |runtime )?)$/ && substr(text, start + 1) ~ /^[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: /); start--) continue
if (found_word(text, start, "", " trace trc trac finest silly trce debug dbg dbug debg deb verbose verb vrb fine finer debugging info inf information informational notice note config infos warn warning wrn caution warnings warnung avertissement advertencia error err severe critical crit crt fatal ftl fata alert alrt emerg emergency panic pnc dpanic eror erro fehler errors ", "behind a place", 0)) return 1
}
if (text ~ /^[^ ]+: LOG:  /) return found("INFO", "text", 0, 0, 0)
if (text ~ /^[^ ]+: [[][A-Za-z]+[]]/) if (found_word(text, length_of(match(text, /^[^ ]+: [[]/)), "", "", "behind a program", 0)) return 1
if (text ~ /^[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: /) if (found_word(text, length_of(match(text, /^[^ ]+:[0-9]+ - /)), "lower", " error warning info ", "behind a place and a dash", 0)) return 1
if (match(text, /^http: +/)) return found("DEBUG", "text", 0, RLENGTH, 0)
return 0
}
function timed_length(text) {
if (match(text, /^ *[[(<]? ?(([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])[ T_:]+[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?|[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]|[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?|[0-9][0-9]?:[0-9][0-9][AP]M|[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?|[0-9][.][0-9]+e[+][0-9]+)[])>,;]?/)) return length_of(1)
return 0
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
if (!(text ~ /^(( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:|panic: |fatal error: |goroutine [0-9]+ [[]|((\/|file:\/|node:|[A-Za-z]:[\\])[^ ]*|[^ ]+[.][cm]?[jt]sx?):[0-9]+$|thread \047.*panicked at|(In addition: )?Warning messages?:|Error in .*: *$|Error: *$|Error in |Unhandled .* in thread|[^ ]+ [0-9]+, [0-9]+ [0-9:]+ [^ ]+ [^ ]+ [^ ]+$|[0-9-]+ [0-9:]+ [[][^]]*[]] [^ ]+$|[0-9.\/ -]+[ ,]+[0-9:]+ [^ ]+ [^ ]+$|Exception in thread|PHP (Fatal|Warn)|Fatal error|\342\225\267$|stack traceback:$|[[](ERROR|WARNING|DEPRECATION WARNING)[]]: )/ || text ~ /(Exception|Error)(: |$)/)) return ""
if (text ~ /^( *[+] )?(Exception Group )?Traceback [(]most recent call last[)]:/) return "python"
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
function message_head_of_pairs(text) {
if (match(text, /^(([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9])[ T_:]+[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?|[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]|[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?|[0-9][0-9]?:[0-9][0-9][AP]M|[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?|[0-9][.][0-9]+e[+][0-9]+) +/)) return length_of(1)
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
function clean(raw,   parts, item) {
if (index(raw, "\033")) gsub(/\033([[][0-9;:?]*[A-Za-z]|[(][AB0]|[]][^\007\033]*(\007|\033\\))/, "", raw)
if (!index(raw, "\r")) return raw
sub(/\r+$/, "", raw)
if (!index(raw, "\r")) return raw
for (item = split(raw, parts, "\r"); item; item--) if (!is_blank(parts[item])) return parts[item]
return ""
}
function is_blank(text) {
if (text ~ /^[!-~]/) return 0
gsub(/[\t-\r\034-\037 ]/, "", text)
if (text ~ /^[\302\341\342\343]/) gsub(/\302[\205\240]|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200/, "", text)
return text == ""
}
function read_line(text) {
line_text = text
line_level = line_rule = ""
line_is_strong = line_start = line_end = 0
if (is_blank(text)) {
line_rule = "blank"
return
}
if (text ~ /^[{].*[}][ \t\r\v\f]*$/ && json_entry(text)) {
line_rule = "JSON"
line_is_strong = 1
return
}
if (timed(text)) return
if (!(rules_before_pairs(text) || pairs(text) || rules_after_pairs(text)) && line_time_end && !begins(text, "  ")) {
line_rule = "time"
line_is_strong = 1
line_end = line_time_end
}
}
function timed(text,   position, is_first, tries, width) {
line_time_end = timed_length(text)
position = line_time_end ? line_time_end : elapsed_length(text) ? index(text, "[") - 1 : 0
if (!position) return 0
is_first = 1
text = substr(text, position + 1)
for (tries = 6; tries; tries--) {
if (read_places(text, is_first)) {
line_rule = "time"
line_is_strong = 1
if (line_start || line_end) {
line_start += position
line_end += position
}
return 1
}
if (!(width = token_length(text))) return 0
is_first = substr(text, width, 1) ~ /[])]/
text = substr(text, width + 1)
position += width
}
return 0
}
function pairs(text,   bare, start) {
if (!index(text, "=") || !has_level_pair(text)) return 0
bare = ""
while (match(text, /"([^"\\]|\\.)*"/)) {
start = substr(text, RSTART, RLENGTH)
if (index(start, " ")) gsub(/./, "_", start)
bare = bare substr(text, 1, RSTART - 1) start
text = substr(text, RSTART + RLENGTH)
}
bare = bare text
start = level_pair(" " bare)
return start && found_word(bare, start - 1, "", "", "logfmt", 1)
}
function found(level, rule, start, end, is_strong) {
line_level = level
line_rule = rule
line_start = start
line_end = end
line_is_strong = is_strong
return 1
}
function found_word(text, position, letters, list, rule, is_strong,   word, level) {
text = substr(text, position + 1)
word = match(text, /^[A-Za-z]+/) ? substr(text, 1, RLENGTH) : ""
if (letters == "upper" && word != toupper(word)) return 0
if (letters != "lower") word = tolower(word)
if (!(word in level_of) || list != "" && !index(list, " " word " ")) return 0
level = level_of[word]
text = substr(text, length(word) + 1, 2)
if (level == "DEBUG" && text == "-4") level = "TRACE"
return found(level, rule, position, position + length(word), is_strong)
}
function length_of(start) {
return start && RLENGTH > 0 ? RLENGTH : 0
}
function words_of_level(level, list,   each, item) {
for (item = split(list, each, " "); item; item--) level_of[each[item]] = level
}
function words_in_order(list, names) {
split(list, names, " ")
}
function words_of(list, names,   each, item) {
for (item = split(list, each, " "); item; item--) names[each[item]] = 1
}
function json_entry(text,   level_key, message, rest, item) {
has_escapes = index(text, "\\")
top_count = json_members(text, top_key, top_raw)
if (top_count < 0) return 0
split("", top_index)
for (item = top_count; item; item--) top_index[top_key[item]] = item
if (!json_level()) return 0
level_key = json_level_key
rest = ""
json_gone = 0
message = json_message()
json_stack_text = ""
for (item = 1; item <= top_count; item++) {
if (item == json_gone || top_key[item] in json_left_out || top_key[item] == level_key) continue
text = top_raw[item]
if (text ~ /^[{[]/ || top_key[item] in json_stacks) text = json_without_stack(item)
if (text != "") rest = rest ",\"" top_key[item] "\":" text
}
if (rest != "") message = message (message == "" ? "{" : " {") substr(rest, 2) "}"
message = message (message == "" ? substr(json_stack_text, 2) : json_stack_text)
if (message != "") line_text = message
return 1
}
function json_members(text, keys, raws,   members, pieces, total, item, piece, position, state, stack, start, has_controls) {
members = 0
total = split(text, pieces, "\"")
has_controls = text ~ /[\001-\037]/
position = 1
json_is_loose = 0
state = 4
stack = ""
for (item = 1; ; item++) {
piece = pieces[item]
if (state == 3 && (piece == ":" || piece == ": ")) state = 4
else if (state == 6 && (piece == "," || piece == ", ")) state = substr(stack, length(stack)) == "{" ? 1 : 4
else if (state == 3 && piece ~ /^: ?[1-9][0-9]*, ?$/) {
if (stack == "{") {
match(piece, /[0-9]+/)
raws[members] = substr(piece, RSTART, RLENGTH)
}
state = 1
} else {
json_state = state
json_stack = stack
json_start = start
if (!json_piece(text, piece, position, members, raws)) return -1
state = json_state
stack = json_stack
start = json_start
}
if (item >= total) return state == 7 && !(json_is_loose && index(substr(text, 2), "{") + index(text, "[")) ? members : -1
position += length(piece)
piece = pieces[++item]
if (has_escapes) while (piece ~ /\\$/ && item < total && piece ~ /(^|[^\\])(\\\\)*\\$/) piece = piece "\"" pieces[++item]
if (item >= total) return -1
if ((has_controls || has_escapes) && (state > 3 || stack != "{") && !json_is_string(piece)) json_is_loose = 1
if (state < 3) {
if (stack == "{") keys[++members] = piece
state = 3
} else if (state < 6 && state > 3 && stack != "") {
if (stack == "{") raws[members] = "\"" piece "\""
state = 6
} else return -1
position += length(piece) + 2
}
}
function json_piece(text, piece, position, members, raws,   character) {
while (1) {
if (match(piece, /^[ \t\r\n]+/)) {
position += RLENGTH
piece = substr(piece, RLENGTH + 1)
}
if (piece == "") return 1
character = substr(piece, 1, 1)
if (character == "{" || character == "[") {
if (json_state != 4 && json_state != 5 || json_stack == "" && character == "[") return 0
if (json_stack == "{") json_start = position
json_stack = json_stack character
json_state = character == "{" ? 2 : 5
} else if (character == "}" || character == "]") {
if (json_stack == "" || substr(json_stack, length(json_stack)) != (character == "}" ? "{" : "[")) return 0
if (json_state != 6 && json_state != (character == "}" ? 2 : 5)) return 0
json_stack = substr(json_stack, 1, length(json_stack) - 1)
json_state = json_stack == "" ? 7 : 6
if (json_stack == "{") raws[members] = substr(text, json_start, position + 1 - json_start)
} else if (character == ":") {
if (json_state != 3) return 0
json_state = 4
} else if (character == ",") {
if (json_state != 6) return 0
json_state = json_stack ~ /[{]$/ ? 1 : 4
} else {
if (json_stack == "" || json_state != 4 && json_state != 5) return 0
if (match(piece, /^-?[0-9][-+.0-9eE]*/)) {
if (!json_is_number(substr(piece, 1, RLENGTH))) json_is_loose = 1
} else if (!match(piece, /^(true|false|null|NaN|-?Infinity)/)) return 0
if (json_stack == "{") raws[members] = substr(piece, 1, RLENGTH)
json_state = 6
position += RLENGTH - 1
piece = substr(piece, RLENGTH)
}
position++
piece = substr(piece, 2)
}
}
function json_is_number(text) {
return text ~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/
}
function json_is_text(raw) {
return raw ~ /^"/ && (!has_escapes || json_is_string(substr(raw, 2, length(raw) - 2)))
}
function json_is_string(text) {
if (text ~ /[\001-\037]/) return 0
gsub(/\\(["\\\/bfnrt]|u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])/, "", text)
return !index(text, "\\")
}
function json_decoded(string,   result, position, code, low) {
result = ""
while (position = index(string, "\\")) {
result = result substr(string, 1, position - 1)
code = substr(string, position + 1, 1)
string = substr(string, position + 2)
if (code == "u") {
code = hexadecimal(substr(string, 1, 4))
string = substr(string, 5)
low = string ~ /^\\u[dD][c-fC-F]/ ? hexadecimal(substr(string, 3, 4)) : 0
if (code > 55295 && code < 56320 && low) {
code = (code - 55296) * 1024 + low + 9216
string = substr(string, 7)
}
result = result utf8(code)
} else result = result (code in json_short ? json_short[code] : code)
}
return result string
}
function hexadecimal(digits,   value, item) {
value = 0
digits = tolower(digits)
for (item = 1; item <= 4; item++) value = value * 16 + index("123456789abcdef", substr(digits, item, 1))
return value
}
function utf8(code) {
if (!code) return "\\u0000"
if (code > 55295 && code < 57344) code = 65533
if (code < 128) return sprintf("%c", code)
if (code < 2048) return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
if (code < 65536) return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
return sprintf("%c%c%c%c", 240 + int(code / 262144), 128 + int(code / 4096) % 64, 128 + int(code / 64) % 64, 128 + code % 64)
}
function json_string(raw) {
raw = substr(raw, 2, length(raw) - 2)
return index(raw, "\\") ? json_decoded(raw) : raw
}
function json_level(   name, item, text) {
for (name = 1; name in json_levels; name++)
if (json_levels[name] in top_index)
for (item = top_index[json_levels[name]]; item <= top_count; item++)
if (top_key[item] == json_levels[name] && (line_level = json_level_of_word(top_raw[item])) != "") {
json_level_key = top_key[item]
return 1
}
json_level_key = ""
for (name = 1; name in json_nested_levels; name++)
if ((line_level = json_level_of_word(json_nested(json_nested_levels[name]))) != "") return 1
for (name = 1; name in json_levels; name++)
if (json_levels[name] in top_index)
for (item = top_index[json_levels[name]]; item <= top_count; item++)
if (top_key[item] == json_levels[name] && json_is_number(top_raw[item]) && (line_level = json_level_of_number(top_key[item], top_raw[item] + 0)) != "") {
json_level_key = top_key[item]
return 1
}
for (item = 1; item <= top_count; item++)
if (top_key[item] == json_letters[1] && json_letters[2] in top_index && json_is_text(top_raw[item])) {
json_level_key = top_key[item]
text = index("DIWEF", substr(top_raw[item], 2, 1))
line_level = substr(top_raw[item], 2) ~ /^[DIWEF]/ ? level_name(text + 1) : ""
return line_level != ""
}
return 0
}
function json_level_of_word(raw,   word) {
if (!json_is_text(raw)) return ""
word = tolower(json_string(raw))
gsub(/^[\t-\r ]+|[\t-\r ]+$/, "", word)
if (word == "debug-4") return "TRACE"
sub(/[-+].*/, "", word)
return word in level_of ? level_of[word] : ""
}
function json_nested(path,   keys, total, raw, item) {
item = index(path, "/")
if (!(substr(path, 1, item - 1) in top_index)) return ""
total = split(path, keys, "/")
raw = top_raw[top_index[keys[1]]]
for (item = 2; item <= total; item++) raw = json_get(raw, keys[item])
return raw
}
function json_get(raw, key,   keys, raws, item) {
if (raw !~ /^[{]/) return ""
for (item = json_members(raw, keys, raws); item > 0; item--) if (keys[item] == key) return raws[item]
return ""
}
function json_level_of_number(name, value) {
if (name in json_counted_from__)
return value < 1 || value > 24 ? "" : level_name(int((int(value) - 1) / 4) + 1)
if (value >= 0 && value <= 7 && json_has(json_beside_numbers_of_syslog))
return value < 4 ? "ERROR" : value < 5 ? "WARN" : value < 7 ? "INFO" : "DEBUG"
if (value >= 10 && value <= 60 && json_has(json_beside_numbers_of_pino)) return level_name(int(value / 10))
return ""
}
function level_name(item) {
return item < 2 ? "TRACE" : item < 3 ? "DEBUG" : item < 4 ? "INFO" : item < 5 ? "WARN" : "ERROR"
}
function json_has(names,   item) {
for (item = 1; item <= top_count; item++) if (top_key[item] in names) return 1
return 0
}
function json_message(   name, item, keys, raw) {
for (name = 1; name in json_messages; name++)
if (json_messages[name] in top_index && json_messages[name] != json_level_key)
for (item = top_index[json_messages[name]]; item <= top_count; item++)
if (top_key[item] == json_messages[name] && json_is_text(top_raw[item])) {
json_gone = item
return json_string(top_raw[item])
}
for (name = 1; name in json_nested_messages; name++) {
split(json_nested_messages[name], keys, "/")
if (keys[1] in top_index && !(keys[1] in json_left_out))
for (item = top_index[keys[1]]; item <= top_count; item++)
if (top_key[item] == keys[1] && (raw = json_get(top_raw[item], keys[2])) ~ /^"/) {
split(keys[2], keys, " ")
top_raw[item] = json_without(top_raw[item], " " keys[1] " ")
return json_string(raw)
}
}
return ""
}
function json_without(raw, names,   keys, raws, total, item, result) {
total = json_members(raw, keys, raws)
result = ""
for (item = 1; item <= total; item++)
if (!index(names, " " keys[item] " ")) result = result ",\"" keys[item] "\":" raws[item]
return result == "" ? "" : "{" substr(result, 2) "}"
}
function json_without_stack(item,   raw, text) {
raw = top_raw[item]
if (top_key[item] in json_stacks && (text = json_lines(raw)) != "") {
json_stack_text = json_stack_text "\n" text
return ""
}
if (!index(raw, "stack") && !has_escapes || (text = json_stack_of(raw)) == "") return raw
json_causes(raw, text)
return json_without(raw, " type name message stack cause nativeError ")
}
function json_lines(raw,   text, string) {
text = ""
if (raw ~ /^"/) {
if (!index(raw, "\\")) return ""
raw = json_string(raw)
if (!index(raw, "\n")) return ""
sub(/\n+$/, "", raw)
return raw
}
if (raw !~ /^[[].*[]]$/) return ""
if (raw ~ /^[[][ \t]*[{]/) return json_calls(raw)
string = raw
gsub(/"([^"\\]|\\.)*"/, "s", string)
if (string !~ /^[[][ \t]*s[ \t]*(,[ \t]*s[ \t]*)*[]]$/) return ""
while (match(raw, /"([^"\\]|\\.)*"/)) {
text = text "\n" json_string(substr(raw, RSTART, RLENGTH))
raw = substr(raw, RSTART + RLENGTH)
}
return substr(text, 2)
}
function json_calls(raw,   rest, call, place, method, text) {
rest = raw
gsub(/[{]("([^"\\]|\\.)*"|[^"{}])*[}]/, "c", rest)
if (rest !~ /^[[][ \t]*c[ \t]*(,[ \t]*c[ \t]*)*[]]$/) return ""
while (match(raw, /[{]("([^"\\]|\\.)*"|[^"{}])*[}]/)) {
call = substr(raw, RSTART, RLENGTH)
raw = substr(raw, RSTART + RLENGTH)
place = json_get(call, "fullFilePath")
method = json_get(call, "method")
if (!json_is_text(place)) return ""
place = json_string(place)
text = text "\n    at " (json_is_text(method) && method != "\"[undefined]\"" ? json_string(method) " (" place ")" : place)
}
return substr(text, 2)
}
function json_stack_of(error,   stack, text, name, message) {
stack = json_get(error, "stack")
if ((text = json_lines(stack)) == "" || stack !~ /^[[][ \t]*[{]/) return text
name = json_get(error, "name")
message = json_get(error, "message")
return json_is_text(name) && json_is_text(message) ? json_string(name) ": " json_string(message) "\n" text : text
}
function json_causes(raw, stack,   cause, text, tries) {
json_stack_text = json_stack_text "\n" stack
cause = json_get(raw, "cause")
for (tries = 1; cause ~ /^[{]/ && tries < 10; ) {
text = json_stack_of(cause)
if (text == "") {
text = json_get(cause, "message")
text = text ~ /^"/ ? json_string(text) : "\001"
}
if (text != "\001" && !index(stack, text) && text != "") {
json_stack_text = json_stack_text "\nCaused by: " text
tries++
}
cause = json_get(cause, "cause")
}
if (cause ~ /^"/) json_stack_text = json_stack_text "\nCaused by: " json_string(cause)
}
function block_of(   end) {
if (line_rule == "Erlang") return "report"
if (line_rule == "time" && line_level != "" && !index(line_text, "Error") && !index(line_text, "Exception")) return ""
end = index(line_text, "\n")
return block_head(end ? substr(line_text, 1, end) : line_text)
}
function continues_block() {
if (block == "node_place") return node_place()
if (block == "next_line_s_level") return next_line()
if (block == "box") return box()
if (block == "ansible") return ansible()
if (block == "python") return python()
if (block == "python done") return python_done()
if (block == "go") return event_go(line_text) ? 1 : ""
if (block == "rust") return !count && !is_after_blank || event_rust(line_text) ? 1 : ""
if (block == "r") return is_after_blank ? "" : !count && !line_is_strong || event_r(line_text) ? 1 : ""
if (block == "report") return is_after_blank || line_is_strong ? "" : 1
if (block == "lua") return line_text ~ /^\t/ ? 1 : ""
if (block != "lisp") return ""
if (begins(line_text, "unhandled condition in")) block = ""
return 1
}
function level_in_second_line(text,   end) {
end = index(text, ": ")
if (end) text = substr(text, 1, end - 1)
if (text in translated) return translated[text]
return text == toupper(text) && tolower(text) in level_of ? level_of[tolower(text)] : ""
}
function begins(text, start) {
return substr(text, 1, length(start)) == start
}
function node_place() {
if (!count) return !(is_after_blank || line_is_strong)
if (count == 1) {
if (!event_caret(line_text)) return 0
event_level = "ERROR"
return 1
}
if (begins(line_text, "Node.js v")) block = "exception"
return event_level != ""
}
function next_line(   level) {
if (count || is_after_blank) return ""
level = level_in_second_line(line_text)
if (level == "") return ""
event_level = level
head_rule = "time"
head_is_strong = 1
return 1
}
function box() {
if (!count)
event_level = begins(line_text, "\342\224\202 Error: ") ? "ERROR" : begins(line_text, "\342\224\202 Warning: ") ? "WARN" : ""
return event_level != "" && line_text ~ /^(\342\224\202|\342\225\265)/
}
function ansible() {
if (line_is_strong || event_ansible_apart(line_text)) return 0
return !is_after_blank || line_text ~ /^[ \t]/ || line_text ~ /^([0-9]+ |Origin: )/
}
function python() {
if (line_text ~ /^([ \t]|Traceback)/ || event_python_again(line_text)) return 1
if (event_python_last(line_text) && !(line_is_strong && !index(line_text, ": "))) {
block = "python done"
return 1
}
return !line_is_strong
}
function python_done() {
if (!event_python_again(line_text)) return ""
block = "python"
return 1
}
function take(   answer) {
if (line_rule == "blank") {
take_blank()
return
}
if (is_open && (block != "" || !line_is_strong || line_text ~ /^\t/)) {
answer = continues()
if (answer == "wait") {
wait_for_next()
return
}
if (answer) {
add_line()
return
}
}
if (held_count || waiting_count) close_event()
if (line_rule == "time") has_times = 1
head_text = line_text
head_level = event_level = line_level
head_rule = line_rule
head_end = line_end
head_is_strong = line_is_strong
hold(line_text, line_level, line_rule, line_start, line_end)
count = is_after_blank = 0
is_open = 1
block = block_of()
if (line_rule == "" && block == "") flush_event()
}
function wait_for_next() {
waiting_text[++waiting_count] = line_text
waiting_level[waiting_count] = line_level
waiting_rule[waiting_count] = line_rule
waiting_start[waiting_count] = line_start
waiting_end[waiting_count] = line_end
}
function hold(text, level, rule, start, end) {
if (held_count++) {
held = held "\n" text
return
}
held = first_text = text
first_level = level
first_rule = rule
first_start = start
first_end = end
}
function flush_event(   item, is_plain) {
if (held_count) send_lines(event_level)
is_plain = event_level == ""
item = waiting_count
waiting_count = held_count = 0
held = ""
for (waiting_next = 1; waiting_next <= item; waiting_next++)
if (is_plain || waiting_rule[waiting_next] != "blank") {
hold_waiting(waiting_next)
send_lines("")
held_count = 0
held = ""
}
}
function hold_waiting(item) {
hold(waiting_text[item], waiting_level[item], waiting_rule[item], waiting_start[item], waiting_end[item])
}
function close_event(   lines, total, item) {
is_open = 0
if (block == "node_place" && event_level == "") {
total = split(held, lines, "\n")
held_count = 0
for (item = 1; item <= total; item++) {
if (item == 1) hold(lines[1], first_level, first_rule, first_start, first_end)
else hold(lines[item], last_level, last_rule, last_start, last_end)
send_lines("")
held_count = 0
}
held = ""
}
flush_event()
}
function take_blank() {
is_after_blank = 1
if (!is_open) return
wait_for_next()
if (waiting_count > 100) close_event()
}
function add_line(   item) {
for (item = 1; item <= waiting_count; item++) hold_waiting(item)
waiting_count = 0
hold(line_text, line_level, line_rule, line_start, line_end)
last_level = line_level
last_rule = line_rule
last_start = line_start
last_end = line_end
is_after_blank = 0
count++
if (length(held) > 65536 + held_count - 1 && characters(held) > 65536 + held_count - 1) flush_event()
}
function characters(text) {
return length(text) - gsub(/[\200-\277]/, "", text)
}
function continues(   answer) {
answer = block == "" ? "" : continues_block()
if (answer != "") return answer
if (line_is_strong && line_text !~ /^\t/) return 0
if (event_level != "" && !is_after_blank && begins(line_text, "Traceback (most recent call last):")) {
block = "python"
return 1
}
if (event_level == "" && head_rule != "time") return 0
if (line_text ~ /^[ \t]/ && (event_level != "" || !is_after_blank))
return !(line_level != "" && line_text ~ /^ / && is_after_blank || event_apart(line_text))
if (event_continues(line_text) || event_caret(line_text) || is_held() && begins(line_text, "\tat ")) return 1
if (is_exception()) {
block = "exception"
return 1
}
if (line_level != "" || is_after_blank) return 0
return continues_plainly()
}
function continues_plainly() {
if (head_rule == "time" && has_times) return 1
if (event_postgres(head_text)) return 1
if (head_end && substr(head_text, head_end + 1) ~ /^:[\t-\r ]*$/) return 1
return event_level != "" && (block == "exception" || !head_is_strong) && !is_held() ? "wait" : 0
}
function is_exception() {
if (event_level != "ERROR" || !head_is_strong || line_rule != "text") return 0
return is_after_blank ? event_qualified_exception(line_text) : event_exception(line_text)
}
function is_held(   item) {
for (item = 1; item <= waiting_count; item++) if (waiting_rule[item] != "blank") return 1
return 0
}
function send_lines(level,   message) {
message = held
if (leaves_out) message = message_of()
send_level(level == "" ? default_level : level, message)
}
function message_of(   rest, message) {
rest = held_count > 1 ? substr(held, length(first_text) + 2) : ""
if (held_count > 1 && first_level == "" && level_in_second_line(first_line(rest)) != "") {
message = first_line(rest)
return (index(message, ": ") ? substr(message, index(message, ": ") + 2) : "") substr(rest, length(message) + 1)
}
message = head_message()
return held_count < 2 ? message : message == "" ? rest : message "\n" rest
}
function first_line(text) {
return index(text, "\n") ? substr(text, 1, index(text, "\n") - 1) : text
}
function head_message(   text, position) {
text = first_text
if (first_rule == "logfmt") return pairs_message(text)
if (first_rule == "behind a place") {
position = first_end + message_close(substr(text, first_end + 1))
text = substr(text, position + 1)
sub(/^[\t-\r ]+/, "", text)
return substr(first_text, 1, first_start) text
}
if (first_level == "" && first_rule == "time") {
text = substr(text, first_end + 1)
sub(/^[] \t:-]+/, "", text)
return text
}
return first_end ? substr(text, after_level() + 1) : text
}
function after_level(   position, width, tries, has_name, rest) {
position = first_end + message_close(substr(first_text, first_end + 1))
rest = substr(first_text, position + 1)
if (first_rule != "time" && substr(first_text, position, 1) == ":" && (width = message_basic_name(rest)))
return position + width
has_name = 0
for (tries = 8; tries; tries--) {
width = message_separator(rest)
if (!width && !has_name) {
width = message_thread(rest)
if (!width) {
width = first_rule == "time" ? message_name(rest) : message_qualified_name(rest)
has_name = width > 0
}
}
if (!width) break
position += width
rest = substr(rest, width + 1)
}
return position
}
function pairs_message(text,   message, rest, pair, key, value) {
text = substr(text, message_head_of_pairs(text) + 1)
message = rest = ""
while (match(text, /[A-Za-z0-9_.@-]+=/)) {
text = substr(text, RSTART)
pair = substr(text, 1, message_pair(text))
text = substr(text, length(pair) + 1)
key = substr(pair, 1, index(pair, "=") - 1)
value = substr(pair, length(key) + 2)
if (message == "" && key in json_is_message) message = unquoted(value)
else if (!(key in json_left_out) && !(key in json_is_level)) rest = rest (rest == "" ? "" : " ") pair
}
return message (message != "" && rest != "" ? " " : "") rest
}
function unquoted(value,   result, position, character) {
if (length(value) < 2 || value !~ /^"/) return value
value = substr(value, 2, length(value) - 2)
result = ""
while (position = index(value, "\\")) {
character = substr(value, position + 1, 1)
result = result substr(value, 1, position - 1) (character == "n" ? "\n" : character == "t" ? "\t" : character)
value = substr(value, position + 2)
}
return result value
}
function take_raw(raw,   parts, total, item, records, rest, separator) {
if (index(raw, "::{")) {
total = split(raw, parts, "\r")
records = rest = separator = ""
for (item = 1; item <= total; item++) {
if (is_record(parts[item])) records = records parts[item] "\n"
else {
rest = rest separator parts[item]
separator = "\r"
}
}
if (records != "") {
if (!is_blank(rest)) take_raw(rest)
close_event()
send_text(records)
return
}
}
read_line(clean(raw))
take()
}
function is_record(text) {
return text ~ /^::[{].*[}]::$/ && text !~ /\302\205|\342\200[\250\251]/
}
BEGIN {
json_short["b"] = "\b"
json_short["f"] = "\f"
json_short["n"] = "\n"
json_short["r"] = "\r"
json_short["t"] = "\t"
head_text = head_level = head_rule = event_level = held = first_text = block = ""
held_count = waiting_count = count = is_open = is_after_blank = has_times = head_is_strong = 0
}
function send_level(level, text) {
if (index(text, "\\u0000")) gsub(/\\u0000/, "\357\277\275", text)
output = text
gsub(/["\\]/, "\\\\&", output)
if (output ~ /[^ -~]/ || length(text) > 15360) {
entry_separator = "\"},{\"level\":\"" level "\",\"message\":\""
output = "::{\"logs\":[{\"level\":\"" level "\",\"message\":\""
units = 0
append_escaped(text)
print output "\"}]}::\n"
} else print "::{\"logs\":[{\"level\":\"" level "\",\"message\":\"" output "\"}]}::\n"
fflush()
}
function send_text(text) {
print text
fflush()
}
function send_status(status) {
if (done == "") return
print "x" (status > 255 ? status - 128 : status) "x\n" | done
close(done)
done = ""
}
BEGIN {
prints_pieces = 1
default_level = ENVIRON["kestra_level"]
leaves_out = ENVIRON["kestra_message"] != ""
mark = ENVIRON["kestra_mark"]
done = ENVIRON["kestra_done"]
part = ""
ticks = 0
}
{
mark_position = index($0, mark)
if (!mark_position) {
ticks = 0
take_raw(part $0)
part = ""
next
}
part = part substr($0, 1, mark_position - 1)
if (/[0-9]$/) {
if (part != "") take_raw(part)
part = ""
close_event()
send_status(substr($0, mark_position + length(mark)) + 0)
} else if (ticks++) flush_event()
}
END {
if (part != "") take_raw(part)
close_event()
send_status(137)
}
'
