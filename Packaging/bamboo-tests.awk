# Writes the tests of bamboo-core's bamboo_test.go as lists of operations: one test a line, in JSON.
#
#     awk -f Packaging/bamboo-tests.awk bamboo_test.go

function text(line) { return match(line, /"([^"\\]|\\.)*"/) ? substr(line, RSTART, RLENGTH) : "\"\"" }
function mode(line) { return match(line, /(Vietnamese|English)Mode/) ? substr(line, RSTART, RLENGTH) : "" }
function add(operation) { operations = operations (operations == "" ? "" : ", ") "{" operation "}" }
function engine(method, flags) { add("\"op\": \"new\", \"im\": " method ", \"flags\": \"" flags "\"") }

/^func Test/ { name = $2; sub(/\(.*/, "", name); operations = ""; method = word = "" ; next }
name == "" || /^[ \t]*\/\// { next }
/^}/ {
    if (operations ~ /"op": "expect"/) print "{\"test\": \"" name "\", \"ops\": [" operations "]}"
    name = ""
}
/^\t(var )?s :?= "/ { word = text($0) }
/ParseInputMethod\(/ { method = text($0) }
/newStdEngine\(\)/ { engine("\"Telex 2\"", "EstdFlags") }
/NewEngine\(/ { flags = $0; sub(/.*NewEngine\([a-z]+, */, "", flags); sub(/\).*/, "", flags); engine(method, flags) }
/\.Reset\(\)/ { add("\"op\": \"reset\"") }
/\.ProcessString\(/ { add("\"op\": \"type\", \"keys\": " ($0 ~ /ProcessString\(s,/ ? word : text($0)) ", \"mode\": \"" mode($0) "\"") }
/\.ProcessKey\(/ { key = $0; sub(/.*ProcessKey\(\047/, "", key); add("\"op\": \"type\", \"keys\": \"" substr(key, 1, 1) "\", \"mode\": \"" mode($0) "\"") }
/\.RemoveLastChar\(/ { add("\"op\": \"backspace\", \"refresh\": " ($0 ~ /true/ ? "true" : "false")) }
/\.RestoreLastWord\(/ { add("\"op\": \"restore\", \"toVietnamese\": " ($0 ~ /true/ ? "true" : "false")) }
/if ng\.GetProcessedString\(/ { expected = $0; sub(/.*!=/, "", expected); add("\"op\": \"expect\", \"view\": \"" mode($0) "\", \"text\": " text(expected)) }
