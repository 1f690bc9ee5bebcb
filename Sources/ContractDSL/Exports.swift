// Who writes a contract needs its values as well: `Interaction`, `Contract`, `JSONValue`.
@_exported public import ContractModel
@_exported public import JSONText
