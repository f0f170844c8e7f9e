import { LINK_BYTES } from "./store";

/** All keys start so. The braces keep them in one slot of a cluster. */
export const PREFIX = "injection-explorer:{links}:";

/**
 * What the scripts share. A link is a hash `link:<id>`, a content a string `content:<hash>`; `refs` counts the links of each content,
 * `expiry` has the ids by when they expire, `ids` all of them, `usage` the books. A script is atomic: no writer sees another's half.
 */
const COMMON = `
local P = '${PREFIX}'
local call = redis.call
local function alive(id, now)
  local expires = call('HGET', P..'link:'..id, 'expires')
  return expires and (expires == '' or tonumber(expires) > tonumber(now))
end
local function remove(id)
  local hash = call('HGET', P..'link:'..id, 'hash')
  if not hash then return 0 end
  call('DEL', P..'link:'..id)
  call('ZREM', P..'expiry', id)
  call('ZREM', P..'ids', id)
  call('HINCRBY', P..'usage', 'links', -1)
  call('HINCRBY', P..'usage', 'bytes', -${LINK_BYTES})
  if call('HINCRBY', P..'refs', hash, -1) <= 0 then
    call('HINCRBY', P..'usage', 'bytes', -call('STRLEN', P..'content:'..hash))
    call('DEL', P..'content:'..hash)
    call('HDEL', P..'refs', hash)
  end
  return 1
end
local function whole(id)
  local link = call('HMGET', P..'link:'..id, 'kind', 'created', 'expires', 'burn', 'token', 'hash')
  if not link[6] then return {} end
  link[6] = call('GET', P..'content:'..link[6])
  return link
end
`;

/** Arguments: id, hash, content, kind, created, expires, burn, token hash, quota. Gives stored, full or exists. */
export const PUT = `${COMMON}
local id, hash, content = ARGV[1], ARGV[2], ARGV[3]
if call('EXISTS', P..'link:'..id) == 1 then return 'exists' end
local cost = ${LINK_BYTES}
if call('EXISTS', P..'content:'..hash) == 0 then cost = cost + #content end
if tonumber(call('HGET', P..'usage', 'bytes') or '0') + cost > tonumber(ARGV[9]) then return 'full' end
call('HSET', P..'link:'..id, 'hash', hash, 'kind', ARGV[4], 'created', ARGV[5], 'expires', ARGV[6], 'burn', ARGV[7], 'token', ARGV[8])
call('SET', P..'content:'..hash, content)
call('HINCRBY', P..'refs', hash, 1)
if ARGV[6] ~= '' then call('ZADD', P..'expiry', ARGV[6], id) end
call('ZADD', P..'ids', 0, id)
call('HINCRBY', P..'usage', 'links', 1)
call('HINCRBY', P..'usage', 'bytes', cost)
return 'stored'
`;

/** Arguments: id, now. Gives kind, created, expires, burn, token hash and content; the last is empty of one that burns. */
export const READ = `${COMMON}
if not alive(ARGV[1], ARGV[2]) then return {} end
local link = whole(ARGV[1])
if link[4] == '1' then link[6] = '' end
return link
`;

/** As `READ`, with the content; one that burns is removed. */
export const TAKE = `${COMMON}
if not alive(ARGV[1], ARGV[2]) then return {} end
local link = whole(ARGV[1])
if link[4] == '1' then remove(ARGV[1]) end
return link
`;

/** Arguments: id. As `TAKE`, whether it has expired or not, and nothing is removed. */
export const WHOLE = `${COMMON}
return whole(ARGV[1])
`;

/** Arguments: id, token hash. Gives deleted, refused or absent. */
export const DELETE = `${COMMON}
local token = call('HGET', P..'link:'..ARGV[1], 'token')
if not token then return 'absent' end
if token ~= ARGV[2] then return 'refused' end
remove(ARGV[1])
return 'deleted'
`;

/** Arguments: now, how many at most. Gives how many were removed. */
export const PURGE = `${COMMON}
local ids = call('ZRANGEBYSCORE', P..'expiry', '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, id in ipairs(ids) do remove(id) end
return #ids
`;

/** Arguments: the version that is known. Gives the version that is there, which is the known one where there was none. */
export const VERSION = `${COMMON}
local version = call('GET', P..'schema-version')
if version then return version end
call('SET', P..'schema-version', ARGV[1])
return ARGV[1]
`;
