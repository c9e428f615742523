export const MAIN_HELP = `Finds, explains and prevents errors of DreamFactory's REST APIs.

Usage: dreamfactory-errors <command> [options]

Commands:
  scan      find DreamFactory errors in logs, of any size
  lint      judge the requests of .http files before they are sent
  explain   tell what an error means and what to do
  lsp       serve an editor over the Language Server Protocol

Options:
  -h, --help      show this, or the help of a command
  -v, --version   show the version

Examples:
  dreamfactory-errors scan storage/logs
  dreamfactory-errors lint --fix requests.http
  dreamfactory-errors explain 404

Exit codes: 0 nothing found, 1 something found, 2 wrong arguments or unreadable input, 130 interrupted.
Colors follow NO_COLOR and FORCE_COLOR. Nothing is sent anywhere; keys, tokens and passwords are masked.
`;

const SCAN = `Finds DreamFactory errors in logs and other texts, and sums them up by problem.

Usage: dreamfactory-errors scan [options] <file | folder | glob | ->...

Files may be of any size, packed with gzip, in UTF-8 or in UTF-16 with a byte order mark. Folders are searched for
logs, rotated ones too. “-” is standard input.

Options:
  -l, --list            one line per error instead of the summary
  -f, --format FORMAT   text (default), json (one object per line), markdown, csv
  -F, --follow          go on as the files grow; implies --list. Stop with Ctrl+C
  -s, --since WHEN      only errors since then: 90s, 30m, 2h, 7d, 2026-11-22, "2026-11-22 09:15".
                        An error without a time takes that of the error above it
      --claim WHICH     auto (default); always takes errors that other products could have written too, never only
                        those that can be nobody else's
  -h, --help            show this

Examples:
  dreamfactory-errors scan storage/logs
  dreamfactory-errors scan --since 2h /var/log/nginx/error.log*
  dreamfactory-errors scan --list "logs/**/*.log.gz"
  docker logs dreamfactory 2>&1 | dreamfactory-errors scan -
  dreamfactory-errors scan --follow storage/logs/dreamfactory.log
  dreamfactory-errors scan --format csv app.log > errors.csv

Exit codes: 0 no errors found, 1 errors found, 2 wrong arguments or a file that cannot be read, 130 interrupted.
`;

const LINT = `Judges the requests of .http files as the server will, before they are sent.

Usage: dreamfactory-errors lint [options] <file | folder | glob | ->...

Folders are searched for .http and .rest files. “-” is standard input.

Options:
      --fix                    apply the fixes that cannot change a value; with “-”, print the mended text
  -f, --format FORMAT          stylish (default), json, sarif, github, junit, markdown
      --fail-on SEVERITY       the least severity for exit code 1: error, warning (default), information, hint
      --rule CODE=SEVERITY     severity of a problem, or off; may be repeated
      --client CLIENT          whose .http dialect: auto (default), rest-client, httpyac, jetbrains, visual-studio,
                               kulala
      --host HOST              a host that is a DreamFactory server, as written in URLs; may be repeated
      --stdin-filename FILE    the name to report for “-”
  -h, --help                   show this

Examples:
  dreamfactory-errors lint requests
  dreamfactory-errors lint --fix "api/**/*.http"
  dreamfactory-errors lint --format sarif . > lint.sarif
  dreamfactory-errors lint --rule trailing-comma=warning --host "{{host}}" requests.http

Exit codes: 0 nothing to complain about, 1 problems found, 2 wrong arguments, no file, or one that cannot be read or
changed; 130 interrupted.
`;

const EXPLAIN = `Tells what an error means, why it happens and what to do.

Usage: dreamfactory-errors explain [options] <code | class | words | ->

“-” reads a response, a log line or a whole message from standard input. Several codes, classes or problems are
explained one after the other.

Options:
  -f, --format FORMAT   text (default), markdown, json
  -a, --all             list everything that fits instead of showing the best
  -h, --help            show this

Examples:
  dreamfactory-errors explain 404
  dreamfactory-errors explain BatchException
  dreamfactory-errors explain trailing-comma
  dreamfactory-errors explain "No record(s) detected in request."
  curl -s "$URL" | dreamfactory-errors explain -

Exit codes: 0 explained, 1 nothing is known about it, 2 wrong arguments or empty input.
`;

const LSP = `Serves an editor over the Language Server Protocol.

Usage: dreamfactory-errors lsp --stdio

Hover, diagnostics and quick fixes for .http files and logs. The package's editors.md has the
configuration for Neovim, Helix, Zed, Emacs, Sublime Text and the JetBrains IDEs.

Example, for Neovim 0.11:
  vim.lsp.config("dreamfactory", { cmd = { "dreamfactory-errors", "lsp", "--stdio" }, filetypes = { "http", "log" } })
  vim.lsp.enable("dreamfactory")
`;

/** By the name of the command. */
export const COMMAND_HELP: Readonly<Record<string, string>> = {
  scan: SCAN,
  lint: LINT,
  explain: EXPLAIN,
  lsp: LSP,
};
