"""An equation as tables of coloured numbers: operands, signs and result, with brackets, windows and maps."""
