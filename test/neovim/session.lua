-- Uses Neovim's own client as a user would and writes what it shows to a file, as JSON.
local cmd = vim.fn.json_decode(vim.env.DREAMFACTORY_SERVER)
local shown = {}

local function start(config)
  if vim.lsp.start then
    return vim.lsp.start(config)
  end
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
  return id
end

local function wait_for(what, holds)
  if not vim.wait(20000, holds, 20) then
    error("waited in vain for " .. what)
  end
end

local function open(file, filetype)
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  vim.bo.filetype = filetype
  return start({ name = "dreamfactory", cmd = cmd, root_dir = vim.fn.getcwd() })
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
    end
  end
end

local function run()
  open(vim.env.DREAMFACTORY_LOG, "log")
  wait_for("the server", function()
    return #(vim.lsp.get_clients or vim.lsp.get_active_clients)() > 0
  end)
  vim.api.nvim_win_set_cursor(0, { 1, tonumber(vim.env.DREAMFACTORY_COLUMN) })
  vim.lsp.buf.hover()
  wait_for("the hover", function()
    return floating_text() ~= nil
  end)
  shown.hover = floating_text()

  open(vim.env.DREAMFACTORY_HTTP, "http")
  wait_for("diagnostics", function()
    return #vim.diagnostic.get(0) > 0
  end)
  shown.diagnostics = vim.tbl_map(function(each)
    return { code = each.code, line = each.lnum, column = each.col, message = each.message }
  end, vim.diagnostic.get(0))

  vim.ui.select = function(items, _, choose)
    choose(items[1], 1)
  end
  local first = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  local before = text()
  vim.lsp.buf.code_action()
  wait_for("the fix", function()
    return text() ~= before
  end)
  shown.mended = text()
  wait_for("the diagnostics to go", function()
    return #vim.diagnostic.get(0) == 0
  end)
end

local ok, mistake = pcall(run)
if not ok then
  shown.mistake = tostring(mistake)
end
vim.fn.writefile({ vim.fn.json_encode(shown) }, vim.env.DREAMFACTORY_RESULT)
vim.cmd("qall!")
