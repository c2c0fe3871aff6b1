<?php

// The driver of kestra.php: php driver.php log INFO "Hello World!"

declare(strict_types=1);

require __DIR__ . '/kestra.php';

const TOKEN = '~"((?:[^"\\\\]++|\\\\.)*+)"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?~s';

/** Reads JSON. As json_decode rounds numbers, they pass it as strings that begin with n, and the strings begin with s. */
function parse(string $text, string $path): mixed {
    $marked = preg_replace_callback(TOKEN, fn($token) => isset($token[1]) ? "\"s$token[1]\"" : "\"n$token[0]\"", $text);
    $value = json_decode($marked, false, 1100);
    json_last_error() === JSON_ERROR_NONE || refuse("$path: expected JSON: " . json_last_error_msg());
    return unmarked($value, $path);
}

function unmarked(mixed $value, string $path): mixed {
    if (is_string($value)) {
        return $value[0] === 's' ? substr($value, 1) : new Number(substr($value, 1));
    }
    if (!$value instanceof stdClass) {
        return is_array($value) ? array_map(fn($member) => unmarked($member, $path), $value) : $value;
    }
    $pairs = new ArrayObject();
    foreach ($value as $name => $member) {
        $name[0] === 's' || refuse("$path: expected a string as a name");
        $pairs[] = [substr($name, 1), unmarked($member, $path)];
    }
    return $pairs;
}

/** KEY=TEXT and KEY:=JSON as pairs. */
function members(array $words, string $path, bool $hasJson): ArrayObject {
    $members = [];
    foreach ($words as $word) {
        [$key, $text] = explode('=', $word, 2) + [1 => null];
        $isJson = $hasJson && str_ends_with($key, ':');
        $key = $isJson ? substr($key, 0, -1) : $key;
        $text === null || $key === '' || isset($members["=$key"]) ? refuse("$path: expected KEY=VALUE, each key once, got $word") : null;
        $members["=$key"] = [$key, $isJson ? parse($text, "{$path}[$key]") : $text];
    }
    return new ArrayObject(array_values($members));
}

function metric(string $kind, string $name, string $text, string ...$tags): string {
    $path = "$kind " . string($name, "$kind: name");
    $value = parse($text, $path);
    $value = is_string($value) ? parse($value, $path) : $value;
    $name !== '' && $value instanceof Number && is_finite((float) $value->text) || refuse("$path: expected a name and a number");
    $kind === 'timer' && abs((float) $value->text) > 9e9 && refuse("$path: expected at most 9000000000 seconds");
    return "{\"metrics\":[{\"name\":" . string($name, $path) . ",\"type\":\"$kind\",\"value\":" . json($value, $path)
        . ',"tags":' . json(members($tags, "$path: tags", false), "$path: tags") . '}]}';
}

function record(string $verb, array $words): array {
    return match ($verb) {
        'log' => count($words) === 2 ? logs([$words]) : refuse('log: expected LEVEL MESSAGE'),
        'logs' => $words && count($words) % 2 === 0 ? logs(array_chunk($words, 2)) : refuse('logs: expected LEVEL MESSAGE pairs'),
        'outputs' => [1, '{"outputs":' . json(members($words, $verb, true), $verb) . '}'],
        'counter', 'gauge', 'timer' => count($words) > 1 ? [1, metric($verb, ...$words)] : refuse("$verb: expected NAME VALUE"),
        default => refuse('expected log, logs, outputs, counter, gauge or timer'),
    };
}

try {
    [$verb, $words] = [$argv[1] ?? '', array_slice($argv, 2)];
    $isLog = $verb === 'log' || $verb === 'logs';
    [$stream, $payload] = record($verb, $isLog ? $words : array_map('decoded', $words));
    $record = '::' . str_replace('::{', '::\u007b', $payload) . "::\n"; // a brace after two colons is in a string
    $written = @file_put_contents("php://fd/$stream", $record); // one write, without a buffer
    $written === strlen($record) || $isLog || refuse("$verb: standard output is closed or full");
} catch (Refused $error) {
    @file_put_contents('php://fd/2', json_encode($error->getMessage()) . "\n");
    exit(1);
}
