"""Kebijakan instansi: may an agency set this parameter to that value?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jenjang.law.errors import PolicyError
from jenjang.law.wording import number

if TYPE_CHECKING:
    from jenjang.law.parameters import Parameter


def freeze(value: Any) -> Any:
    """Parameters are shared by everything that runs: nobody may change one in place. Numbers become exact."""
    if isinstance(value, Mapping):
        return MappingProxyType({str(key): freeze(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in value)
    if isinstance(value, float):
        return Decimal(str(value))
    return value


def check_policy_value(parameter: Parameter, value: Any) -> Any:
    """The value, made exact, if the law leaves it to the agency and it lies in the range; else `PolicyError`."""
    if not parameter.delegated:
        raise PolicyError(parameter.key, "ditetapkan peraturan; instansi tidak dapat mengubahnya")
    exact = freeze(value)
    model = parameter.values[-1].value
    _check_shape(parameter.key, model, exact)
    if isinstance(model, Mapping):
        exact = MappingProxyType({name: exact[name] for name in model})
    leaves = list(_leaves(exact))
    _check_numbers(parameter, [leaf for leaf in leaves if _is_number(leaf)])
    for leaf in leaves:
        if isinstance(leaf, str) and parameter.choices and leaf not in parameter.choices:
            raise PolicyError(parameter.key, f"'{leaf}' bukan pilihan; pilihannya {', '.join(parameter.choices)}")
    return exact


def _check_numbers(parameter: Parameter, numbers: list[Any]) -> None:
    if parameter.range is not None:
        low, high = parameter.range
        for leaf in numbers:
            if not low <= leaf <= high:
                limits = f"{number(low)} sampai {number(high)}"
                raise PolicyError(parameter.key, f"{number(leaf)} di luar rentang {limits}")
    if parameter.decreasing and sorted(set(numbers), reverse=True) != numbers:
        raise PolicyError(parameter.key, "setiap batas harus lebih rendah daripada batas sebelumnya")
    if parameter.total is not None and sum(numbers) != parameter.total:
        raise PolicyError(parameter.key, f"jumlahnya harus {number(parameter.total)}, bukan {number(sum(numbers))}")


def _check_shape(key: str, model: Any, value: Any) -> None:
    """A policy value has the shape of the national default: the same kind, and for tables the same keys."""
    if isinstance(model, Mapping):
        if not isinstance(value, Mapping):
            raise PolicyError(key, "harus berupa tabel")
        if missing := model.keys() ^ value.keys():
            raise PolicyError(key, f"kunci berbeda dari bawaan nasional: {', '.join(sorted(missing))}")
        for name, item in model.items():
            _check_shape(key, item, value[name])
    elif isinstance(model, tuple):
        if not isinstance(value, tuple):
            raise PolicyError(key, "harus berupa daftar")
    elif isinstance(model, bool) or isinstance(value, bool):
        if type(model) is not type(value):
            raise PolicyError(key, "harus ya atau tidak")
    elif _is_number(model) != _is_number(value) or isinstance(model, str) != isinstance(value, str):
        raise PolicyError(key, "jenis nilainya berbeda dari bawaan nasional")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _leaves(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves(item)
    else:
        yield value
