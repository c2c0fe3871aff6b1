<?php

// The driver of kestra.php: php driver.php log INFO "Hello World!"

declare(strict_types=1);

require __DIR__ . '/kestra.php';

/** JSON by RFC 8259, with numbers as they are spelled, which json_decode rounds. */
final class Parser {
    private int $at = 0;

    public function __construct(private string $text, private string $path) {}

    public function document(): mixed {
        $value = $this->value(0);
        return $this->take('[ \t\n\r]*') !== null && $this->at === strlen($this->text) ? $value : $this->wrong();
    }

    private function wrong(): never {
        refuse("$this->path: expected JSON, which ends or is wrong at byte $this->at");
    }

    private function take(string $pattern): ?string {
        if (!preg_match("~\\G(?:$pattern)~s", $this->text, $match, 0, $this->at)) {
            return null;
        }
        $this->at += strlen($match[0]);
        return $match[0];
    }

    private function token(string $pattern): ?string {
        $this->take('[ \t\n\r]*');
        return $this->take($pattern);
    }

    private function value(int $depth): mixed {
        $depth > 1000 && $this->wrong();
        $first = $this->token('true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|["[{]') ?? $this->wrong();
        return match ($first) {
            'null' => null,
            'true' => true,
            'false' => false,
            '"' => $this->string(),
            '[' => $this->members(']', fn($list) => $list[] = $this->value($depth + 1), new ArrayObject())->getArrayCopy(),
            '{' => new ArrayObject(array_values($this->members('}', fn($map) => $this->pair($map, $depth + 1), new ArrayObject())->getArrayCopy())),
            default => new Number($first),
        };
    }

    private function members(string $end, callable $read, ArrayObject $container): ArrayObject {
        if ($this->token("\\$end")) {
            return $container;
        }
        do {
            $read($container);
            if ($this->token("\\$end")) {
                return $container;
            }
        } while ($this->take(','));
        $this->wrong();
    }

    private function pair(ArrayObject $map, int $depth): void {
        $this->token('"') ?? $this->wrong();
        $key = $this->string();
        $this->token(':') ?? $this->wrong();
        $map["=$key"] = [$key, $this->value($depth)];
    }

    private function string(): string {
        // PHP matches at most a few thousand characters at once with a backtracking group, hence ++.
        $text = $this->take('(?:[^"\\\\\x00-\x1f]++|\\\\(?:["\\\\/bfnrt]|u[0-9A-Fa-f]{4}))*+"') ?? $this->wrong();
        return json_decode("\"$text") ?? refuse("$this->path: expected a string without lone surrogates");
    }
}

/** KEY=TEXT and KEY:=JSON as pairs. */
function members(array $words, string $path, bool $hasJson): ArrayObject {
    $members = [];
    foreach ($words as $word) {
        str_contains($word, '=') || refuse("$path: expected KEY=VALUE, got " . quoted($word));
        [$key, $text] = explode('=', $word, 2);
        $isJson = $hasJson && str_ends_with($key, ':');
        $key = $isJson ? substr($key, 0, -1) : $key;
        $key === '' && refuse("$path: expected a non-empty string as a name");
        isset($members["=$key"]) && refuse("$path: duplicate key " . quoted($key));
        $members["=$key"] = [$key, $isJson ? (new Parser($text, "{$path}[" . quoted($key) . ']'))->document() : $text];
    }
    return new ArrayObject(array_values($members));
}

function logs(array $pairs): array {
    $entries = array_map(fn($pair) => [level($pair[0]), $pair[1]], $pairs);
    $isGrave = array_intersect(array_column($entries, 0), ['WARN', 'ERROR']);
    return [$isGrave ? 2 : 1, '{"logs":[' . implode(',', array_map(fn($entry) => entries(...$entry), $entries)) . ']}'];
}

function metric(string $kind, string $name, string $text, string ...$tags): array {
    $name === '' && refuse("$kind: name: expected a non-empty string");
    $path = "$kind " . storable($name, "$kind: name");
    $value = (new Parser($text, "$path: value"))->document();
    $value = is_string($value) ? (new Parser($value, "$path: value"))->document() : $value;
    $value instanceof Number && is_finite((float) $value->text) || refuse("$path: value: expected a number in the range of a double");
    $kind === 'timer' && abs((float) $value->text) > 9e9 && refuse("$path: value: expected at most 9000000000 seconds");
    return [1, '{"metrics":[{"name":' . quoted($name) . ",\"type\":\"$kind\",\"value\":" . number($value->text, "$path: value")
        . ',"tags":' . json(members($tags, "$path: tags", false), "$path: tags") . '}]}'];
}

function record(string $verb, array $words): array {
    return match ($verb) {
        'log' => count($words) === 2 ? logs([$words]) : refuse('log: expected LEVEL MESSAGE'),
        'logs' => $words && count($words) % 2 === 0 ? logs(array_chunk($words, 2)) : refuse('logs: expected LEVEL MESSAGE pairs'),
        'outputs', 'assets' => [1, "{\"$verb\":" . json(members($words, $verb, true), $verb) . '}'],
        'counter', 'gauge', 'timer' => count($words) > 1 ? metric($verb, ...$words) : refuse("$verb: expected NAME VALUE"),
        default => refuse('expected log, logs, outputs, assets, counter, gauge or timer'),
    };
}

try {
    $words = array_slice($argv, 1);
    $isLog = in_array($words[0] ?? '', ['log', 'logs'], true);
    [$stream, $payload] = record($words[0] ?? '', array_map(fn($word) => $isLog ? $word : decoded($word), array_slice($words, 1)));
    $record = '::' . str_replace('::{', '::\u007b', $payload) . "::\n"; // a brace after two colons is in a string
    $written = @file_put_contents("php://fd/$stream", $record);
    $written === strlen($record) || $isLog || refuse("$words[0]: standard output is closed or full");
} catch (Refused $error) {
    @file_put_contents('php://fd/2', $error->getMessage() . "\n");
    exit(1);
}
