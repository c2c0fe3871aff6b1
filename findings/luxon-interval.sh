#!/bin/sh
# Software: luxon 3.7.2 (npm).
# One would guess: An interval in JSON is its ISO 8601 text, as a date and a duration of luxon are.
# What happens: It is an object with the library's own fields, among them `isLuxonInterval`.
# Why it matters: What is one text in each other place of the line is an object here, which nothing else reads.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund luxon@3.7.2 >&2 || exit 2

cat >try.js <<'END'
const { DateTime, Duration, Interval } = require("luxon");
const start = DateTime.fromISO("2020-01-01", { zone: "utc" });
console.log(JSON.stringify(start));
console.log(JSON.stringify(Duration.fromISO("PT90S")));
console.log(JSON.stringify(Interval.after(start, { days: 1 })));
console.log(String(Interval.after(start, { days: 1 }).toISO()));
END

cat >expected <<'END'
"2020-01-01T00:00:00.000Z"
"PT90S"
{"s":"2020-01-01T00:00:00.000Z","e":"2020-01-02T00:00:00.000Z","invalid":null,"isLuxonInterval":true}
2020-01-01T00:00:00.000Z/2020-01-02T00:00:00.000Z
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
