<?php

// An emitter of logs, outputs and metrics: outputs($pairs), log('info', 'Hello World!'). ../../SPECIFICATION.md explains each rule.

declare(strict_types=1);

class Refused extends Exception {}

/** A number as JSON spells it: PHP's integers have 64 bits, so that longer ones stay text. */
final class Number {
    public function __construct(public string $text) {}
}

function refuse(string $reason): never {
    throw new Refused($reason);
}

const LEVELS = ['TRACE' => 'TRACE', 'DEBUG' => 'DEBUG', 'INFO' => 'INFO', 'WARN' => 'WARN', 'ERROR' => 'ERROR',
    'WARNING' => 'WARN', 'CRITICAL' => 'ERROR', 'FATAL' => 'ERROR'];
const SHORT = [8 => '\b', 9 => '\t', 10 => '\n', 12 => '\f', 13 => '\r', 34 => '\"', 92 => '\\\\'];
// Whole characters, or the longest starts of one: PHP's own functions replace other parts.
const THREE = '\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f]';
const FOUR = '\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f]';
const WHOLE = '[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|(?:' . THREE . ')[\x80-\xbf]|(?:' . FOUR . ')[\x80-\xbf]{2}';

function decoded(string $bytes): string {
    preg_match_all('/(' . WHOLE . ')|' . THREE . '|(?:' . FOUR . ')[\x80-\xbf]?|./s', $bytes, $parts, PREG_SET_ORDER);
    return implode('', array_map(fn($part) => ($part[1] ?? '') === '' ? "\u{fffd}" : $part[0], $parts));
}

function units(string $text): array {
    return array_values(unpack('n*', iconv('UTF-8', 'UTF-16BE', $text)) ?: []);
}

function escaped(array $units): string {
    return implode('', array_map(fn($unit) => SHORT[$unit] ?? ($unit > 31 && $unit < 127 ? chr($unit) : sprintf('\u%04x', $unit)), $units));
}

/** A log as one entry, or as several where Kestra would cut it. */
function entries(string $level, string $message): array {
    $rest = units(str_replace(["\0", '\u0000'], "\u{fffd}", decoded($message)));
    $entries = [];
    do {
        $piece = array_splice($rest, 0, 15_360);
        if ($rest && end($piece) >> 10 === 0x36) {
            array_unshift($rest, array_pop($piece)); // the first half of a pair
        }
        $entries[] = '{"level":"' . $level . '","message":"' . escaped($piece) . '"}';
    } while ($rest);
    return $entries;
}

/** The record of some logs, [level, message] each, and its stream. */
function logs(array $pairs): array {
    [$stream, $entries] = [1, []];
    foreach ($pairs as [$name, $message]) {
        $level = LEVELS[strtoupper($name)] ?? refuse('level: expected TRACE, DEBUG, INFO, WARN or ERROR, got ' . decoded($name));
        $stream = $level === 'WARN' || $level === 'ERROR' ? 2 : $stream;
        array_push($entries, ...entries($level, $message));
    }
    return [$stream, '{"logs":[' . implode(',', $entries) . ']}'];
}

function string(string $text, string $path): string {
    return preg_match('/\0|\\\\u0000/', $text)
        ? refuse("$path: expected a string without U+0000, the six characters \\u0000 and lone surrogates")
        : '"' . escaped(units($text)) . '"';
}

/** An integer keeps its digits; a fraction has the fewest that read as the same double, and no exponent from 1e-6 to below 1e21. */
function number(string $text, string $path): string {
    if (!preg_match('/[.eE]/', $text)) {
        return strlen(ltrim($text, '-')) > 1000 ? refuse("$path: expected a number of at most 1000 digits") : ($text === '-0' ? '0' : $text);
    }
    is_finite((float) $text) || refuse("$path: expected a number in the range of a double");
    [$mantissa, $exponent] = explode('e', shortest(abs((float) $text)));
    $digits = rtrim(str_replace('.', '', $mantissa), '0');
    $point = (int) $exponent + 1;
    return ($text[0] === '-' ? '-' : '') . match (true) {
        $digits === '' => '0.0',
        $point > 0 && $point <= 21 => substr(str_pad($digits, $point, '0'), 0, $point) . '.' . (substr($digits, $point) ?: '0'),
        $point > -6 && $point <= 0 => '0.' . str_repeat('0', -$point) . $digits,
        default => $digits[0] . (strlen($digits) > 1 ? '.' . substr($digits, 1) : '') . sprintf('e%+d', $point - 1),
    };
}

function shortest(float $value): string {
    for ($places = 0; (float) ($text = sprintf("%.{$places}e", $value)) !== $value; $places++);
    return $text;
}

/** A value as JSON: null, bool, string, Number, an array, or an ArrayObject of names and values. */
function json(mixed $value, string $path, int $depth = 0): string {
    if (!is_array($value) && !$value instanceof ArrayObject) {
        return match (true) {
            $value instanceof Number => number($value->text, $path),
            is_string($value) => string($value, $path),
            default => json_encode($value),
        };
    }
    $depth > 998 && refuse("$path: expected at most 1000 levels of nesting in a line");
    $parts = [];
    foreach ($value as $index => $member) {
        // An array of PHP turns the name "1" into an integer, so that the members of an object are pairs.
        $name = is_array($value) ? '' : string($member[0], $path);
        $parts[] = is_array($value) ? json($member, "{$path}[$index]", $depth + 1) : "$name:" . json($member[1], "{$path}[$name]", $depth + 1);
    }
    return is_array($value) ? '[' . implode(',', $parts) . ']' : '{' . implode(',', $parts) . '}';
}
