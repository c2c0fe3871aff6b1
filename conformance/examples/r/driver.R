# The driver of kestra.R: Rscript driver.R log INFO "Hello World!", and Rscript driver.R --batch. It needs base R only.

here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1], fixed = TRUE))
source(file.path(here, "kestra.R"))
source(file.path(here, "json.R"))

DIGITS <- utf8ToInt("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

from_base64 <- function(text) {
  values <- match(utf8ToInt(gsub("=", "", text)), DIGITS) - 1L
  count <- (length(values) * 6L) %/% 8L
  values <- c(values, 0L, 0L, 0L)
  four <- matrix(values[seq_len(length(values) %/% 4L * 4L)], 4L)
  number <- four[1, ] * 262144L + four[2, ] * 4096L + four[3, ] * 64L + four[4, ]
  as.raw(rbind(number %/% 65536L, number %/% 256L %% 256L, number %% 256L))[seq_len(count)]
}

to_base64 <- function(text) {
  bytes <- c(as.integer(charToRaw(text)), 0L, 0L)
  count <- nchar(text)
  three <- matrix(bytes[seq_len((count + 2L) %/% 3L * 3L)], 3L)
  number <- three[1, ] * 65536L + three[2, ] * 256L + three[3, ]
  digits <- DIGITS[rbind(number %/% 262144L, number %/% 4096L %% 64L, number %/% 64L %% 64L, number %% 64L) + 1L]
  digits[seq_along(digits) > (count * 4L + 2L) %/% 3L] <- 61L # an equals sign
  intToUtf8(digits)
}

# KEY=TEXT and, for outputs, KEY:=JSON as an object.
members <- function(words, path, has_json) {
  names <- values <- character()
  for (word in words) {
    end <- match(61L, word, 0L)
    is_json <- has_json && end > 1L && word[end - 1L] == 58L
    key <- word[seq_len(max(end - 1L - is_json, 0L))]
    if (!length(key)) refuse(path, ": expected KEY=VALUE, got ", quoted(units(word)))
    name <- storable(key, path)
    if (name %in% names) refuse(path, ": duplicate key ", name)
    place <- paste0(path, "[", name, "]")
    value <- word[seq_along(word) > end]
    names <- c(names, name)
    values <- c(values, if (is_json) document(value, place) else storable(value, place))
  }
  paste0("{", paste0(names, rep(":", length(names)), values, collapse = ","), "}")
}

metric <- function(kind, words) {
  if (!length(words[[1]])) refuse(kind, ": name: expected a non-empty string")
  name <- storable(words[[1]], paste0(kind, ": name"))
  path <- paste(kind, name)
  value <- number_of(words[[2]], paste0(path, ": value"))
  limit <- if (kind == "timer") 9e9 else .Machine$double.xmax
  if (abs(as.double(value)) > limit) refuse(path, ": value: expected a number in its range, got ", value)
  tags <- members(words[-(1:2)], paste0(path, ": tags"), FALSE)
  paste0("{\"metrics\":[{\"name\":", name, ",\"type\":\"", kind, "\",\"value\":", value, ",\"tags\":", tags, "}]}")
}

# The stream and the text of a call's line.
line <- function(words) {
  verb <- if (length(words)) intToUtf8(decoded(words[[1]])) else ""
  count <- length(words) - 1L
  if (verb == "log" && count == 2L || verb == "logs" && count > 0L && count %% 2L == 0L) return(logs(words[-1]))
  texts <- lapply(words[-1], decoded)
  payload <- if (verb == "outputs") paste0("{\"outputs\":", members(texts, verb, TRUE), "}")
    else if (verb %in% c("counter", "gauge", "timer") && count > 1L) metric(verb, texts)
    else refuse("expected log, logs, outputs, counter, gauge or timer, with their arguments")
  list(stream = "stdout", text = framed(payload))
}

answer <- function(words) tryCatch(c(list(status = 0L), line(words)),
  refused = function(reason) list(status = 1L, stream = "stderr", text = paste0(encodeString(conditionMessage(reason)), "\n")))

if (identical(commandArgs(TRUE), "--batch")) {
  calls <- file("stdin", "r")
  while (length(call <- readLines(calls, 1L))) {
    given <- answer(lapply(regmatches(call, gregexpr("(?<=\")[^\",]*(?=\"[],])", call, perl = TRUE))[[1]], from_base64))
    both <- sapply(c("stdout", "stderr"), function(name) if (name == given$stream) to_base64(given$text) else "")
    cat("{\"status\":", given$status, ",\"stdout\":\"", both[1], "\",\"stderr\":\"", both[2], "\"}\n", sep = "")
  }
  quit(status = 0L)
}
# R has decoded the arguments; Linux still has their bytes, a zero behind each.
bytes <- readBin("/proc/self/cmdline", "raw", 1e7)
ends <- which(bytes == 0L)
words <- Map(function(from, to) bytes[seq_len(to - from - 1L) + from], c(0L, ends[-length(ends)]), ends)
words <- words[-seq_len(match(list(charToRaw("--args")), words, length(words)))]
given <- answer(words)
out <- pipe(if (given$stream == "stdout") "cat" else "cat >&2", "wb")
writeChar(given$text, out, eos = NULL)
is_lost <- close(out) != 0L
quit(status = if (is_lost && !startsWith(given$text, "::{\"logs\"")) 1L else given$status)
