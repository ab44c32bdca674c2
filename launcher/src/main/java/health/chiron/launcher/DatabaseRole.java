package health.chiron.launcher;

/** Who connects to the database: each role may do what its work needs and no more. */
public enum DatabaseRole {
    /** Makes roles, databases and extensions. */
    SUPERUSER("postgres", "database-superuser.password"),
    /** Owns the schemas and runs the migrations. */
    OWNER("chiron_owner", "database-owner.password"),
    /** What the application runs as: owns nothing, and row-level security holds for it. */
    APP("chiron_app", "database-app.password");

    private final String username;
    private final String passwordFile;

    DatabaseRole(String username, String passwordFile) {
        this.username = username;
        this.passwordFile = passwordFile;
    }

    /** The role's name in PostgreSQL. */
    public String username() {
        return username;
    }

    /** The file in the folder of secrets that holds this role's password. */
    public String passwordFile() {
        return passwordFile;
    }
}
