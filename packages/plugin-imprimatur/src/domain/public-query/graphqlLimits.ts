import {
  type ArgumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
} from 'graphql'
import { ERRORS, type ErrorCode } from '../workflow/index.ts'

export type QueryLimits = {
  /** Levels of fields; a root field is the first. */
  readonly maxDepth: number
  /** Fields that one operation may make the server resolve, by {@link queryLimits}. */
  readonly maxCost: number
  /** Members that a list is taken to have when no `limit` says it. */
  readonly listDefault: number
  /** Values of the operation's variables; undefined or null when none were sent. */
  readonly variables: Readonly<Record<string, unknown>> | null | undefined
  /** Whether `__schema` and `__type` may be asked for; not when left out. */
  readonly introspection?: boolean
  /** Fields of the root, aliased ones and those in fragments included. 20 when left out. */
  readonly maxRootFields?: number
  /** Aliases in one operation. 20 when left out. */
  readonly maxAliases?: number
  /** Most that a `limit` may ask for. 100 when left out. */
  readonly maxLimit?: number
  /** Names of the types whose objects are documents of the database, and what each one costs beside its fields. */
  readonly documents?: { readonly types: ReadonlySet<string>; readonly cost: number }
}

/** Selections in selections, by field or fragment, beyond which nothing is counted but the query refused. */
const MOST_LEVELS = 200
/**
 * Selections of one operation with its fragments written out. Whatever walks the document later, graphql-js and Payload, is
 * bounded by this: a fragment that spreads another one twice, which does so again, doubles at each step.
 */
const MOST_SELECTIONS = 10_000
const META_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type'])

/** The cost of a selection set for one object. */
type Weight = {
  readonly depth: number
  /** Cost of what is there once. */
  readonly fixed: number
  /** Cost of one member of each list in it whose length the field around it decides, as `docs` in a page. */
  readonly perMember: number
  readonly fields: number
  readonly aliases: number
  /** Fields and spreads with the fragments written out, those that cost nothing too. */
  readonly selections: number
}

const NOTHING: Weight = { depth: 0, fixed: 0, perMember: 0, fields: 0, aliases: 0, selections: 0 }
const TOO_MUCH: Weight = { ...NOTHING, depth: Infinity }

function sum(a: Weight, b: Weight): Weight {
  return {
    depth: Math.max(a.depth, b.depth),
    fixed: a.fixed + b.fixed,
    perMember: a.perMember + b.perMember,
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    selections: a.selections + b.selections,
  }
}

function oneMore(weight: Weight): Weight {
  return { ...weight, selections: weight.selections + 1 }
}

function refusal(code: ErrorCode, message: string, node: FieldNode | OperationDefinitionNode): GraphQLError {
  return new GraphQLError(message, { nodes: [node], extensions: { code, statusCode: ERRORS[code].status } })
}

function fieldOf(type: GraphQLNamedType | null | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

/** Computes the cost of one operation and reports wrong `limit` arguments. */
class Scales {
  readonly #context: ValidationContext
  readonly #limits: QueryLimits
  readonly #operation: OperationDefinitionNode
  readonly #root: GraphQLNamedType | undefined
  readonly #weighed = new Map<string, Weight>()
  readonly #open = new Set<string>()

  constructor(context: ValidationContext, limits: QueryLimits, operation: OperationDefinitionNode) {
    this.#context = context
    this.#limits = limits
    this.#operation = operation
    this.#root = context.getSchema().getRootType(operation.operation) ?? undefined
  }

  weigh(): Weight {
    return this.#selections(this.#operation.selectionSet, this.#root, 1)
  }

  #selections(set: SelectionSetNode, type: GraphQLNamedType | undefined, level: number): Weight {
    if (level > MOST_LEVELS) return TOO_MUCH
    return set.selections.reduce((weight, selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return sum(weight, this.#field(selection, type, level))
        case Kind.INLINE_FRAGMENT: {
          const condition = selection.typeCondition
          const inner = condition ? this.#context.getSchema().getType(condition.name.value) : type
          return sum(weight, oneMore(this.#selections(selection.selectionSet, inner, level + 1)))
        }
        case Kind.FRAGMENT_SPREAD:
          return sum(weight, oneMore(this.#fragment(selection.name.value, level)))
      }
    }, NOTHING)
  }

  /**
   * The cost of a fragment is the same wherever it is spread, so it is computed once. A fragment that contains itself
   * is refused.
   */
  #fragment(name: string, level: number): Weight {
    if (this.#open.has(name)) return TOO_MUCH
    const known = this.#weighed.get(name)
    if (known) return known
    const fragment = this.#context.getFragment(name)
    if (!fragment) return NOTHING
    this.#open.add(name)
    const type = this.#context.getSchema().getType(fragment.typeCondition.name.value)
    const weight = this.#selections(fragment.selectionSet, type, level + 1)
    this.#open.delete(name)
    this.#weighed.set(name, weight)
    return weight
  }

  #field(node: FieldNode, type: GraphQLNamedType | undefined, level: number): Weight {
    const aliases = node.alias ? 1 : 0
    // Clients ask for it everywhere, and it is known without looking anything up.
    if (node.name.value === '__typename') return { ...NOTHING, depth: 1, aliases, selections: 1 }
    const leaf: Weight = { depth: 1, fixed: 1, perMember: 0, fields: 1, aliases, selections: 1 }
    // graphql-js itself bounds what introspection may nest (MaxIntrospectionDepthRule).
    if (!node.selectionSet || META_FIELDS.has(node.name.value)) return leaf
    const field = fieldOf(type, node.name.value)
    const given = field && getNamedType(field.type)
    const inner = this.#selections(node.selectionSet, given, level + 1)
    const weight = {
      ...leaf,
      depth: 1 + inner.depth,
      aliases: aliases + inner.aliases,
      selections: 1 + inner.selections,
    }
    const pages = field?.args.some((each) => each.name === 'limit') === true
    const members = field && pages ? this.#limitOf(node, field, type) : this.#limits.listDefault
    const own = this.#costOfOne(given)
    if (!field || !isListType(getNullableType(field.type))) {
      return { ...weight, fixed: 1 + own + inner.fixed + members * inner.perMember }
    }
    const member = own + inner.fixed + this.#limits.listDefault * inner.perMember
    return pages ? { ...weight, fixed: 1 + members * member } : { ...weight, perMember: member }
  }

  /** What one object of the type costs beside its fields. A union may give documents when one of its types is one. */
  #costOfOne(type: GraphQLNamedType | undefined): number {
    const { documents } = this.#limits
    if (!type || !documents) return 0
    const names = isAbstractType(type)
      ? this.#context
          .getSchema()
          .getPossibleTypes(type)
          .map((each) => each.name)
      : [type.name]
    return names.some((name) => documents.types.has(name)) ? documents.cost : 0
  }

  /** Members that a field with a `limit` argument may give. */
  #limitOf(node: FieldNode, field: GraphQLField<unknown, unknown>, type: GraphQLNamedType | undefined): number {
    const { listDefault, maxLimit = 100 } = this.#limits
    const limit = this.#argument(node, field, 'limit')
    if (limit === undefined || limit === null) {
      // Payload gives everything when a nested list has no limit, and when a list is not to be paginated.
      if (type === this.#root && this.#argument(node, field, 'pagination') !== false) return listDefault
    } else if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= maxLimit) {
      return limit
    }
    const message = `\`${node.name.value}\` has to have a \`limit\` from 1 to ${maxLimit}.`
    this.#context.reportError(refusal('invalid_value', message, node))
    return maxLimit
  }

  #argument(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): unknown {
    const given: ArgumentNode | undefined = node.arguments?.find((each) => each.name.value === name)
    const value = given && this.#valueOf(given.value)
    return value === undefined ? field.args.find((each) => each.name === name)?.defaultValue : value
  }

  #valueOf(node: ValueNode): unknown {
    switch (node.kind) {
      case Kind.INT:
        return Number(node.value)
      case Kind.BOOLEAN:
        return node.value
      case Kind.NULL:
        return null
      case Kind.VARIABLE: {
        const { variables } = this.#limits
        const name = node.name.value
        if (variables && Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name]
        const definition = this.#operation.variableDefinitions?.find((each) => each.variable.name.value === name)
        return definition?.defaultValue && this.#valueOf(definition.defaultValue)
      }
      default:
        // No whole number: graphql-js refuses it, and so does the check of the limit.
        return Number.NaN
    }
  }
}

/**
 * A validation rule for graphql-js that bounds what one operation may ask. The cost is one for each field
 * but `__typename`, and what `documents` says for each document, times the members of every list around it: those that the
 * `limit` of the list's own or its page's field names, or `listDefault`. Fragments count wherever they are spread, `@skip`
 * and `@include` change nothing.
 *
 * A `limit` has to lie between 1 and `maxLimit`; below the root, or with `pagination: false`, it may not be left out: to
 * Payload 3.90.2, 0, a negative number and nothing all mean everything there.
 *
 * Each error has `extensions.code` and `extensions.statusCode`: `query_too_complex` 400 for depth, cost, aliases, root
 * fields and selections, `invalid_value` 400 for a limit, `forbidden` 403 for introspection. Use it after the
 * rules that refuse cycles of fragments, before all others, and on what `parseBounded` gave.
 */
export function queryLimits(limits: QueryLimits): ValidationRule {
  const { maxDepth, maxCost, maxRootFields = 20, maxAliases = 20, introspection = false } = limits
  return (context) => ({
    Field(node) {
      if (!introspection && META_FIELDS.has(node.name.value)) {
        context.reportError(refusal('forbidden', 'The schema is not open to introspection.', node))
      }
    },
    OperationDefinition(node) {
      const { depth, fixed, perMember, fields, aliases, selections } = new Scales(context, limits, node).weigh()
      const complain = (message: string) => {
        context.reportError(refusal('query_too_complex', message, node))
      }
      if (depth > maxDepth) complain(`A query is nested at most ${maxDepth} levels deep.`)
      const cost = fixed + limits.listDefault * perMember
      if (cost > maxCost) complain(`A query may cost at most ${maxCost}; this one costs ${cost}.`)
      if (fields > maxRootFields) complain(`A query has at most ${maxRootFields} fields at its root.`)
      if (selections > MOST_SELECTIONS)
        complain(`A query has at most ${MOST_SELECTIONS} selections, with its fragments written out.`)
      if (aliases > maxAliases) complain(`A query has at most ${maxAliases} aliases.`)
    },
  })
}
