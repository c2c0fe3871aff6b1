# An emitter of logs and its driver in one file: the example of README.md, which explains each part.

use v5.14;

my %level = (map({ $_ => $_ } qw(TRACE DEBUG INFO WARN ERROR)), WARNING => 'WARN', CRITICAL => 'ERROR', FATAL => 'ERROR');
my %short = (8 => '\b', 9 => '\t', 10 => '\n', 12 => '\f', 13 => '\r', 34 => '\"', 92 => '\\\\');

# The first two bytes of a character of three, and of four; any continuation byte may follow them.
my $three = qr/\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f]/;
my $four = qr/\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f]/;
my $whole = qr/[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|$three[\x80-\xbf]|$four[\x80-\xbf]{2}/;

sub refuse { print STDERR "$_[0]\n"; exit 1 }

sub units {
  my $text = join '', map { utf8::decode($_) ? $_ : "\x{fffd}" } $_[0] =~ /$whole|$three|$four[\x80-\xbf]?|./sg;
  $text =~ s/\\u0000/\x{fffd}/g;
  return map { $_ < 0x10000 ? $_ : (0xd7c0 + ($_ >> 10), 0xdc00 + ($_ & 0x3ff)) } map { ord } split //, $text;
}

sub escaped { join '', map { $short{$_} // ($_ > 31 && $_ < 127 ? chr : sprintf '\u%04x', $_) } @_ }

my ($verb, @rest) = @ARGV;
refuse('expected log LEVEL MESSAGE, or logs LEVEL MESSAGE [LEVEL MESSAGE]...')
  unless @rest && ($verb eq 'log' && @rest == 2 || $verb eq 'logs' && @rest % 2 == 0);

my (@entries, $is_grave);
while (my ($name, $message) = splice @rest, 0, 2) {
  my $level = $level{uc $name}
    // refuse('level: expected TRACE, DEBUG, INFO, WARN or ERROR, got "' . escaped(units($name)) . '"');
  $is_grave ||= $level =~ /WARN|ERROR/;
  my @units = units($message);
  do {
    my @piece = splice @units, 0, 15_360;
    unshift @units, pop @piece if @units && $piece[-1] >> 10 == 0x36;  # the first half of a pair
    push @entries, qq({"level":"$level","message":") . escaped(@piece) . '"}';
  } while @units;
}
my $payload = '{"logs":[' . join(',', @entries) . ']}';
$payload =~ s/::\{/::\\u007b/g;
syswrite $is_grave ? *STDERR : *STDOUT, "::$payload\::\n";
