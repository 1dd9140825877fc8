"""Which names a cell reads and which it sets, from its syntax alone. Pure."""

import ast
from collections.abc import Iterator


def loaded(tree: ast.AST) -> set[str]:
    """Names that a cell reads, anywhere in it."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def stored(tree: ast.AST) -> set[str]:
    """Names that a cell sets, or a part of which it sets, anywhere in it."""
    return {name for node in ast.walk(tree) for name in _set_by(node)}


def _set_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from ((each.asname or each.name).partition(".")[0] for each in names)
        case ast.Subscript(value=value, ctx=ast.Store()) | ast.Attribute(value=value, ctx=ast.Store()):
            while isinstance(value, ast.Subscript | ast.Attribute):
                value = value.value
            if isinstance(value, ast.Name):
                yield value.id
