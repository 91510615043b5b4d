-- Sends the requests of a file in turn: a line each, `path <tab> cookie <tab> etag` (etag may be empty).
local lines = {}
local turn = 0

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

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("BENCH %d %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
