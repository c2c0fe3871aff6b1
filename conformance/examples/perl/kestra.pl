# An emitter of logs, outputs and metrics, and its driver in one file: perl kestra.pl log INFO 'Hello World!'
# ../../drivers/perl.pl has the logs alone, and ../../SPECIFICATION.md explains each rule.

use v5.14;

my %level = (map({ $_ => $_ } qw(TRACE DEBUG INFO WARN ERROR)), WARNING => 'WARN', CRITICAL => 'ERROR', FATAL => 'ERROR');
my %short = (8 => '\b', 9 => '\t', 10 => '\n', 12 => '\f', 13 => '\r', 34 => '\"', 92 => '\\\\');
my $space = qr/[ \t\n\r]*/;

# The first two bytes of a character of three, and of four; any continuation byte may follow them.
my $three = qr/\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f]/;
my $four = qr/\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f]/;
my $whole = qr/[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|$three[\x80-\xbf]|$four[\x80-\xbf]{2}/;

sub refuse { print STDERR escaped(units($_[0])), "\n"; exit 1 }
sub decoded { join '', map { utf8::decode($_) ? $_ : "\x{fffd}" } $_[0] =~ /$whole|$three|$four[\x80-\xbf]?|./sg }
sub units { map { $_ < 0x10000 ? $_ : (0xd7c0 + ($_ >> 10), 0xdc00 + ($_ & 0x3ff)) } map { ord } split //, $_[0] }
sub escaped { join '', map { $short{$_} // ($_ > 31 && $_ < 127 ? chr : sprintf '\u%04x', $_) } @_ }

# Text as a JSON string, unless Kestra cannot keep it.
sub string {
  my ($text, $path) = @_;
  refuse("$path: expected a string without U+0000, the six characters \\u0000 and lone surrogates")
    if $text =~ /\0|\\u0000|[\x{d800}-\x{dfff}]/;
  return '"' . escaped(units($text)) . '"';
}

# A log as one entry, or as several where Kestra would cut it.
sub entries {
  my ($level, $message, @entries) = @_;
  my @units = units(decoded($message) =~ s/\0|\\u0000/\x{fffd}/gr);
  do {
    my @piece = splice @units, 0, 15_360;
    unshift @units, pop @piece if @units && $piece[-1] >> 10 == 0x36;  # the first half of a pair
    push @entries, qq({"level":"$level","message":") . escaped(@piece) . '"}';
  } while @units;
  return @entries;
}

# A number of JSON text: an integer as it is, otherwise the fewest digits that read as the same double,
# without an exponent from 1e-6 to below 1e21.
sub number {
  my ($text, $path) = @_;
  if ($text !~ /[.eE]/) {
    refuse("$path: expected a number of at most 1000 digits") if $text =~ /[0-9]{1001}/;
    return $text eq '-0' ? '0' : $text;
  }
  my ($size, $sign) = (abs $text, $text =~ /^-/ ? '-' : '');
  refuse("$path: expected a number in the range of a double") if $size == 9**9**9;
  my ($places) = grep { sprintf("%.${_}e", $size) == $size } 0 .. 16;
  my ($mantissa, $exponent) = split /e/, sprintf "%.${places}e", $size;
  my $digits = $mantissa =~ tr/.//dr;
  my $point = $exponent + 1;
  return "${sign}0.0" if $size == 0;
  return $sign . '0.' . '0' x -$point . $digits if $point > -6 && $point <= 0;
  return $sign . ($digits =~ s/^.\K(?=.)/./r) . sprintf 'e%+d', $exponent if $point < 1 || $point > 21;
  $digits .= '0' x ($point - length $digits) if length $digits < $point;
  return $sign . substr($digits, 0, $point) . '.' . (substr($digits, $point) || '0');
}

# Reads a JSON text at pos, and returns it as a record has it: a value is read and written in one step.
sub value {
  my ($path, $depth) = @_;
  return $1 if /\G$space(null|true|false)/gc;
  return number($1, $path) if /\G$space(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)/gc;
  return string(text($path), $path) if /\G$space"/gc;
  my $end = /\G$space([\[{])/gc ? ($1 eq '[' ? ']' : '}') : wrong($path);
  refuse("$path: expected at most 1000 levels of nesting in a line") if $depth > 998;
  my (@names, %member);
  until (/\G$space\Q$end/gc) {
    /\G$space,/gc || wrong($path) if @names;
    my $name = $end eq ']' ? @names : /\G$space"/gc ? string(text($path), $path) : wrong($path);
    /\G$space:/gc || wrong($path) if $end eq '}';
    push @names, $name unless exists $member{$name};
    $member{$name} = value("$path\[$name]", $depth + 1);
  }
  return '[' . join(',', @member{@names}) . ']' if $end eq ']';
  return '{' . join(',', map { "$_:$member{$_}" } @names) . '}';
}

sub wrong { refuse("$_[0]: expected JSON, which ends or is wrong at character " . (pos // 0)) }

# The rest of a string.
sub text {
  my $text = '';
  until (/\G"/gc) {
    $text .= /\G([^"\\\x00-\x1f]+)/gc ? $1
      : /\G\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)/gc ? chr(0x10000 + ((hex($1) & 0x3ff) << 10) + (hex($2) & 0x3ff))
      : /\G\\u([0-9a-fA-F]{4})/gc ? chr hex $1
      : /\G\\(["\\\/bfnrt])/gc ? $1 =~ tr/bfnrt/\b\f\n\r\t/r
      : wrong($_[0]);
  }
  return $text;
}

sub document {
  local $_ = shift;
  my $json = value($_[0], 1);
  return /\G$space\z/gc ? $json : wrong($_[0]);
}

# KEY=TEXT, and KEY:=JSON with $has_json, as the members of an object.
sub members {
  my ($path, $has_json, @words) = @_;
  my (@members, %seen);
  for (@words) {
    my ($key, $text) = split /=/, $_, 2;
    my $is_json = $has_json && $key =~ s/:\z//;
    refuse("$path: expected KEY=VALUE, got $_") if !defined $text || $key eq '';
    my $name = string($key, $path);
    refuse("$path: duplicate key $name") if $seen{$name}++;
    push @members, "$name:" . ($is_json ? document($text, "$path\[$name]") : string($text, "$path\[$name]"));
  }
  return '{' . join(',', @members) . '}';
}

sub metric {
  my ($type, $name, $text, @tags) = @_;
  my $path = "$type " . string($name, "$type: name");
  my $value = document($text, $path);
  for ($value) { $_ = document(text($path), $path) if /\G"/gc }  # text that is a number
  refuse("$path: expected a number in its range")
    if $name eq '' || $value !~ /\A-?[0-9]/ || abs($value) == 9**9**9 || $type eq 'timer' && abs($value) > 9e9;
  my $tags = members("$path: tags", 0, @tags);
  return '{"metrics":[{"name":' . string($name) . qq(,"type":"$type","value":$value,"tags":$tags}]});
}

sub logs {
  my (@entries, $is_grave);
  while (my ($name, $message) = splice @_, 0, 2) {
    my $level = $level{uc $name} // refuse('level: expected TRACE, DEBUG, INFO, WARN or ERROR, got ' . decoded($name));
    $is_grave ||= $level =~ /WARN|ERROR/;
    push @entries, entries($level, $message);
  }
  return ('{"logs":[' . join(',', @entries) . ']}', $is_grave ? *STDERR : *STDOUT);
}

sub payload {
  my ($verb, @words) = @_;
  return logs(@words) if $verb eq 'log' && @words == 2 || $verb eq 'logs' && @words && @words % 2 == 0;
  @words = map { decoded($_) } @words;
  return qq({"$verb":) . members($verb, 1, @words) . '}' if $verb eq 'outputs';
  return metric($verb, @words) if $verb =~ /\A(?:counter|gauge|timer)\z/ && @words > 1;
  refuse('expected log, logs, outputs, counter, gauge or timer, with their arguments');
}

my ($payload, $stream) = payload(@ARGV);
my $record = '::' . $payload =~ s/::\{/::\\u007b/gr . "::\n";  # a brace after two colons is in a string
my $written = syswrite $stream // *STDOUT, $record;  # one write, without a buffer
refuse("standard output: $!") unless $stream || ($written // 0) == length $record;  # a log never fails its caller
