// One import is enough for who writes a test: contracts, faults and JSON come along.
@_exported public import ContractDSL
@_exported public import FaultModel
