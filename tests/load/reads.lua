-- Sends the requests of a file in turn: a line each, `path <tab> cookie <tab> etag` (etag may be empty).
-- Counts the answers that have another status than BENCH_STATUS: a 200 that was to be a 304 is no 304.
local lines = {}
local turn = 0
local expected = tonumber(os.getenv("BENCH_STATUS"))
local threads = {}
others = 0

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  for line in io.lines(os.getenv("BENCH_REQUESTS")) do
    local path, cookie, etag = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)$")
    local headers = { ["Cookie"] = cookie, ["Accept"] = "application/json" }
    if os.getenv("BENCH_ENCODING") ~= "" then headers["Accept-Encoding"] = os.getenv("BENCH_ENCODING") end
    if etag ~= "" then headers["If-None-Match"] = etag end
    table.insert(lines, wrk.format("GET", path, headers))
  end
end

function request()
  turn = turn % #lines + 1
  return lines[turn]
end

function response(status)
  if status ~= expected then others = others + 1 end
end

function done(summary, latency, requests)
  local errors, wrong = summary.errors, 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("others") end
  io.write(string.format("BENCH %d %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), wrong,
    errors.connect + errors.read + errors.write + errors.timeout))
end
