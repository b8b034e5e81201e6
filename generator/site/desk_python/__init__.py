"""What stands in for compiled packages where the rules run in a browser, as modules of their names.

`rpds` and `jsonschema_rs` have no build for WebAssembly, and PyYAML none with libyaml. These files
go into the desk as top-level modules; nothing of the package imports them.
"""
