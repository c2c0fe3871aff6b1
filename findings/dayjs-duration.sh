#!/bin/sh
# Software: dayjs 1.11.18 and moment 2.30.1 (npm).
# One would guess: A duration of 45 days in JSON is 45 days, as in moment, whose interface dayjs copies.
# What happens: It is a month, 14 days and 14 hours, since a month is taken for 30 days and 10 hours.
# Why it matters: What reads the duration back by the calendar gets another length.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund dayjs@1.11.18 moment@2.30.1 >&2 || exit 2

cat >try.js <<'END'
const dayjs = require("dayjs").extend(require("dayjs/plugin/duration"));
const moment = require("moment");
console.log(JSON.stringify(dayjs.duration(45, "days")));
console.log(JSON.stringify(moment.duration(45, "days")));
END

cat >expected <<'END'
"P1M14DT14H"
"P45D"
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
