const records = {}

export default records
