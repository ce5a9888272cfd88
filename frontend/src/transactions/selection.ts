import type { TypedDocumentNode } from '@urql/core'
import type { ASTNode, DocumentNode, FieldNode, OperationDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql'

/**
 * The document without the fields whose `@include(if: $x)` is false under these conditions, and without the conditions
 * themselves: what is sent asks for just what is shown. A condition that is not given stays in the document.
 */
export function select<Result, Variables, Conditions extends Readonly<Record<string, boolean>>>(
  document: TypedDocumentNode<Result, Variables>,
  conditions: Conditions,
): TypedDocumentNode<Result, Omit<Variables, keyof Conditions>> {
  const source: DocumentNode = document
  return {
    kind: source.kind,
    definitions: source.definitions.map((definition) => {
      if (definition.kind === 'OperationDefinition') {
        return {
          ...definition,
          variableDefinitions: definition.variableDefinitions?.filter(({ variable }) => !(variable.name.value in conditions)),
          selectionSet: selectFrom(definition.selectionSet, conditions),
        } as OperationDefinitionNode
      }
      return definition.kind === 'FragmentDefinition'
        ? { ...definition, selectionSet: selectFrom(definition.selectionSet, conditions) }
        : definition
    }),
  } as DocumentNode as TypedDocumentNode<Result, Omit<Variables, keyof Conditions>>
}

function selectFrom(set: SelectionSetNode, conditions: Readonly<Record<string, boolean>>): SelectionSetNode {
  return {
    ...set,
    selections: set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind !== 'Field') return [selection]
      const condition = conditionOf(selection)
      if (condition !== undefined && conditions[condition] === false) return []
      return [
        {
          ...selection,
          directives: condition !== undefined && condition in conditions ? [] : (selection.directives ?? []),
          ...(selection.selectionSet && { selectionSet: selectFrom(selection.selectionSet, conditions) }),
        },
      ]
    }),
  }
}

function conditionOf(field: FieldNode): string | undefined {
  const include = field.directives?.find(({ name }) => name.value === 'include')
  const value: ASTNode | undefined = include?.arguments?.[0]?.value
  return value?.kind === 'Variable' ? value.name.value : undefined
}
